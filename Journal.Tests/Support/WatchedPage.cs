using System.Text;
using Journal.Load.Wire;

namespace Journal.Tests.Support;

/// <summary>A page open on its live line, without its browser: what comes is remembered, and a test waits for what is to come.</summary>
internal sealed class WatchedPage : ICircuitPage, IAsyncDisposable
{
    /// <summary>Far beyond what anything takes: who waits longer has been forgotten.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler { UseCookies = false });

    private readonly Lock _gate = new();
    private readonly List<string> _scripts = [];
    private readonly List<byte[]> _drawings = [];
    private TaskCompletionSource _news = New();
    private CircuitLine _line = null!;
    private string? _failure;
    private int _batch = 1;

    private WatchedPage() { }

    /// <summary>Under which the page can be taken up again on another line.</summary>
    public string Secret { get; private set; } = "";

    public bool IsOpen => _line.IsOpen;

    /// <summary>Ends when the server has closed the line.</summary>
    public Task Closed => _line.Closed.WaitAsync(Patience);

    /// <summary>What has been asked of the page's scripts so far.</summary>
    public IReadOnlyList<string> Scripts
    {
        get
        {
            lock (_gate)
                return [.. _scripts];
        }
    }

    public static async Task<WatchedPage> Open(ApiSchool school, string login, string path) =>
        await Open(school.Address, await school.Token(login), path);

    /// <summary>In the session that this token is of.</summary>
    /// <param name="hangs">From the beginning on.</param>
    public static async Task<WatchedPage> Open(Uri server, string token, string path, bool hangs = false)
    {
        using var caller = new Caller(server, token);
        var html = (await caller.Get(path)).Text;
        var page = await Connect(server, token);
        if (hangs)
            page.Hang();
        page.Secret = await page._line.Start(server, new Uri(server, path), PageMarkers.Of(html), default).WaitAsync(Patience);
        return page;
    }

    /// <summary>A line on which no page has been started yet.</summary>
    public static async Task<WatchedPage> Connect(Uri server, string token)
    {
        var page = new WatchedPage();
        page._line = await CircuitLine.Open(server, ("Authorization", $"Bearer {token}"), Http, page, default);
        return page;
    }

    /// <summary>From now on nothing is confirmed or answered; what comes is still read.</summary>
    public void Hang() => _line.Hangs = true;

    /// <summary>The page has been fetched anew and is merged into the one that is shown.</summary>
    public Task Show(string html) => _line.UpdateAndHear(PageMarkers.Of(html), ++_batch, default).WaitAsync(Patience);

    /// <summary>Takes up a page of a line that is gone.</summary>
    public Task<bool> TakeUp(string secret) => _line.TakeUp(secret, default).WaitAsync(Patience);

    /// <summary>The person goes to another page; returns when the server has done what it does about it.</summary>
    public Task Go(Uri to) => _line.Ask("OnLocationChanged", default, to.ToString(), null, true).WaitAsync(Patience);

    public Task Ping() => _line.Ping(default);

    /// <summary>Waits until a script of the page's has been called so many times.</summary>
    public Task Called(string script, int times) =>
        Until(() => _scripts.Count(one => one.Contains(script, StringComparison.Ordinal)) >= times, script);

    /// <summary>Waits until this text is drawn.</summary>
    public Task Drawn(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Until(() => _drawings.Exists(one => one.AsSpan().IndexOf(bytes) >= 0), text);
    }

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    void ICircuitPage.Draw(ReadOnlyMemory<byte> batch) => Note(() => _drawings.Add(batch.ToArray()));

    // As a page that has no scripts of its own answers.
    string ICircuitPage.Call(string script, string arguments)
    {
        Note(() => _scripts.Add(script));
        return "null";
    }

    void ICircuitPage.Fail(string what) => Note(() => _failure ??= what);

    private void Note(Action what)
    {
        lock (_gate)
            what();
        Interlocked.Exchange(ref _news, New()).SetResult();
    }

    private async Task Until(Func<bool> met, string what)
    {
        using var enough = new CancellationTokenSource(Patience);
        while (true)
        {
            // Whatever comes after this look brings another one.
            var (news, isOver) = (Volatile.Read(ref _news).Task, _line.Closed.IsCompleted);
            lock (_gate)
            {
                if (met())
                    return;
                if (isOver || _failure is not null)
                    throw new InvalidOperationException($"The line ended before this came: {what}. {_failure}");
            }

            await Task.WhenAny(news, _line.Closed).WaitAsync(enough.Token);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
