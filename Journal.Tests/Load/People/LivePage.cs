using System.Diagnostics;
using System.Net.WebSockets;
using Journal.Load.Wire;

namespace Journal.Load.People;

/// <summary>A page with a live line, kept alive as line.js keeps it: a broken line is taken up again, a page that the server forgot is opened anew.</summary>
internal abstract class LivePage(Browser browser, string path) : ICircuitPage, IAsyncDisposable
{
    private const string RefreshScript = "Blazor._internal.navigationManager.refresh";

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(2500);
    private static readonly TimeSpan PingPace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _leaving = new();
    private TaskCompletionSource _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CircuitLine? _line;
    private Task _life = Task.CompletedTask;
    private string _secret = "";
    private string? _failure;

    public string? Failure => Volatile.Read(ref _failure);

    public bool IsLive => _line is { IsOpen: true } && _whole.Task.IsCompletedSuccessfully;

    /// <summary>How long the page's HTML took, and how long it was until the first drawing after it.</summary>
    public TimeSpan Html { get; private set; }

    public TimeSpan FirstDrawing { get; private set; }

    /// <summary>Letters of its HTML.</summary>
    public int Size { get; private set; }

    /// <summary>How often the whole page had to be opened anew.</summary>
    public int Reopened { get; private set; }

    protected Browser Browser => browser;

    protected CircuitLine? Line => _line;

    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>Between two attempts to take the line up again.</summary>
    protected virtual TimeSpan LongestWait => TimeSpan.FromSeconds(2);

    /// <summary>How long it waits, besides, for its turn at a server that was started anew.</summary>
    protected virtual TimeSpan Turn => TimeSpan.Zero;

    public abstract void Draw(ReadOnlyMemory<byte> batch);

    public virtual string Call(string script, string arguments)
    {
        if (script == RefreshScript)
            Refresh();
        return "null";
    }

    /// <summary>The page's HTML and nothing more; how long it took.</summary>
    public async Task<TimeSpan> Look()
    {
        var page = await browser.Get(path, Leaving);
        return page.IsWhole ? page.Took : throw new HttpRequestException($"{path}: {page.Status}", null, page.Status);
    }

    public async Task Open()
    {
        await Begin();
        _life = Live();
    }

    public void Fail(string what) => Interlocked.CompareExchange(ref _failure, what, null);

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        if (_line is not null)
            await _line.DisposeAsync();
        await _life;
        _leaving.Dispose();
    }

    /// <summary>The server asks for the page anew.</summary>
    protected abstract void Refresh();

    /// <summary>What the page showed so far is gone: it is opened.</summary>
    protected abstract void Forget();

    /// <summary>The page's HTML has come.</summary>
    protected virtual void Arrived(string html) { }

    /// <summary>Everything is drawn that a person waits for.</summary>
    protected void IsWhole() => _whole.TrySetResult();

    private async Task Begin()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        limit.CancelAfter(Patience);
        var ct = limit.Token;
        _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Forget();
        var page = await browser.Get(path, ct);
        if (!page.IsWhole)
            throw new HttpRequestException($"{path}: {page.Status}", null, page.Status);

        (Html, Size) = (page.Took, page.Html.Length);
        Arrived(page.Html);
        var begun = Stopwatch.GetTimestamp();
        _line = await browser.Line(this, ct);
        _secret = await _line.Start(browser.Server, new Uri(browser.Server, path), PageMarkers.Of(page.Html), ct);
        await _whole.Task.WaitAsync(ct);
        FirstDrawing = Stopwatch.GetElapsedTime(begun);
    }

    private async Task Live()
    {
        try
        {
            while (true)
            {
                await Ping(_line!);
                await ComeBack();
            }
        }
        catch (OperationCanceledException)
        {
            // Left.
        }
    }

    // Until the line is closed.
    private async Task Ping(CircuitLine line)
    {
        while (await Task.WhenAny(line.Closed, Wait.For(PingPace, _leaving.Token)) != line.Closed)
        {
            _leaving.Token.ThrowIfCancellationRequested();
            try
            {
                await line.Ping(_leaving.Token);
            }
            catch (WebSocketException)
            {
                // It is being closed.
            }
        }

        _leaving.Token.ThrowIfCancellationRequested();
    }

    private async Task ComeBack()
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            await Wait.For(wait, _leaving.Token);
            try
            {
                await _line!.DisposeAsync();
                _line = await browser.Line(this, _leaving.Token);
                if (await _line.TakeUp(_secret, _leaving.Token))
                    return;

                await Reopen();
                return;
            }
            catch (Exception gone)
                when (gone is WebSocketException or HttpRequestException or InvalidOperationException or TimeoutException)
            {
                // Not back yet.
            }
            catch (OperationCanceledException) when (!_leaving.IsCancellationRequested)
            {
                // Not in time: again.
            }
        }
    }

    private async Task Reopen()
    {
        Reopened++;
        await _line!.DisposeAsync();
        await Wait.For(Quiet + Turn, _leaving.Token);
        await Begin();
    }
}
