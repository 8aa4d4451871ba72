using Journal.Core.Access;
using Journal.Core.Basics;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Journal.Web.Live;

/// <summary>
/// A component that follows an audience while it is open. What is heard in a burst is handed over in one go, on the circuit's own thread; when the
/// right to hear is withdrawn, it is told so. While the circuit has no time, the stream is kept waiting and falls behind in the feed.
/// </summary>
public abstract class LiveComponent : ComponentBase, IAsyncDisposable
{
    /// <summary>How much may wait to be handed over.</summary>
    private const int MostUntold = 256;

    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _room = new(MostUntold);
    private readonly Lock _gate = new();
    private List<Told> _waiting = [];
    private bool _called;
    private CancellationTokenSource? _following;

    [Inject]
    private LiveStream Stream { get; set; } = null!;

    [Inject]
    private PageLine Line { get; set; } = null!;

    [Inject]
    private DrawingTurns Turns { get; set; } = null!;

    protected CancellationToken Closing => _closing.Token;

    public virtual async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _following?.Dispose();
        _closing.Dispose();
        // Nobody confirms for what is gone.
        Line.Confirmed();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts to follow, from a Seq on. Call it once, when the component has become interactive.</summary>
    protected void Follow(PersonId me, Interest interest, long after)
    {
        _following = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token, Line.GivenUp);
        if (Stream.Follow(me, interest, after, _following.Token) is { } stream)
            _ = Listen(stream, _following.Token);
        else
            _ = InvokeAsync(Ended);
    }

    // Asked before each drawing but the first, and what comes of it must be confirmed.
    protected override bool ShouldRender()
    {
        Line.Drew();
        return true;
    }

    // Called when the browser has confirmed it.
    protected override void OnAfterRender(bool firstRender) => Line.Confirmed();

    /// <summary>In order; on the circuit's thread.</summary>
    protected abstract Task Heard(IReadOnlyList<Told> told);

    /// <summary>The audience may no longer be heard.</summary>
    protected abstract Task Ended();

    /// <summary>Calls the browser. A line that is down just now misses nothing: the page is drawn whole when it is back.</summary>
    internal static async Task Quietly(ValueTask call)
    {
        try
        {
            await call;
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // Nobody is looking, or nobody has answered in time.
        }
    }

    private async Task Listen(IAsyncEnumerable<Told> stream, CancellationToken until)
    {
        try
        {
            await foreach (var told in stream)
            {
                await _room.WaitAsync(until);
                Take(told);
            }

            if (!until.IsCancellationRequested)
                await InvokeAsync(Ended);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or nobody confirms any more that it is seen.
        }
        catch (ObjectDisposedException)
        {
            // The page was closed while it was being told.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private void Take(Told told)
    {
        lock (_gate)
        {
            _waiting.Add(told);
            if (_called)
                return;

            _called = true;
        }

        _ = Call();
    }

    // What is heard is drawn at once; what else comes of it, a flash and its answer, holds up nobody.
    private async Task Call()
    {
        try
        {
            await Turns.Take(() => InvokeAsync(Begin), _closing.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed before its turn.
        }
    }

    // A method that returns nothing: a turn that waited for the task would be held by a browser that is gone until its answer is given up.
    private void Begin() => _ = Deliver();

    private async Task Deliver()
    {
        List<Told> some;
        lock (_gate)
        {
            (some, _waiting) = (_waiting, []);
            _called = false;
        }

        _room.Release(some.Count);
        if (_closing.IsCancellationRequested)
            return;

        try
        {
            await Heard(some);
        }
        catch (Exception failure) when (!_closing.IsCancellationRequested)
        {
            // A page that stood still without a word would be worse.
            await DispatchExceptionAsync(failure);
        }
    }
}
