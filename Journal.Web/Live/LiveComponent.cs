using Journal.Core.Access;
using Journal.Core.Basics;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Live;

/// <summary>
/// A component that follows an audience while it is open. What is heard in a burst is handed over in one go, on the circuit's own thread; when the
/// right to hear is withdrawn, it is told so.
/// </summary>
public abstract class LiveComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private List<Told> _waiting = [];
    private bool _called;

    [Inject]
    private LiveStream Stream { get; set; } = null!;

    protected CancellationToken Closing => _closing.Token;

    public virtual async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _closing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts to follow, from a Seq on. Call it once, when the component has become interactive.</summary>
    protected void Follow(PersonId me, Interest interest, long after)
    {
        if (Stream.Follow(me, interest, after, _closing.Token) is { } stream)
            _ = Listen(stream);
        else
            _ = InvokeAsync(Ended);
    }

    /// <summary>In order; on the circuit's thread.</summary>
    protected abstract Task Heard(IReadOnlyList<Told> told);

    /// <summary>The audience may no longer be heard.</summary>
    protected abstract Task Ended();

    private async Task Listen(IAsyncEnumerable<Told> stream)
    {
        try
        {
            await foreach (var told in stream)
                Take(told);
            if (!_closing.IsCancellationRequested)
                await InvokeAsync(Ended);
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
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

        _ = InvokeAsync(Deliver);
    }

    private Task Deliver()
    {
        List<Told> some;
        lock (_gate)
        {
            (some, _waiting) = (_waiting, []);
            _called = false;
        }

        return _closing.IsCancellationRequested ? Task.CompletedTask : Heard(some);
    }
}
