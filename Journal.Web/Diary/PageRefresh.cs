namespace Journal.Web.Diary;

/// <summary>
/// Asks for a page anew, or for some lessons of it, as long as it is behind what was heard: at once for the first change, and one request at a time,
/// so that a burst costs two. A request that brought nothing, because the line was down, is made again, for the whole page; when many in a row did,
/// that is said. While nothing happens it weighs nothing.
/// </summary>
/// <param name="refresh">With lessons: those alone.</param>
public sealed class PageRefresh(
    long shown,
    Action<IReadOnlyDictionary<int, long>?> refresh,
    Action inVain,
    TimeProvider time,
    CancellationToken leaving
)
{
    /// <summary>More than half a minute. In a crowd a page may be waited for.</summary>
    public const int ManyInARow = 8;

    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400);
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Unshown _unshown = new(shown);
    private TaskCompletionSource? _arrived;
    private int _running;
    private int _failed;

    /// <param name="lesson">What the change is about, where that is one lesson's own line; null asks for the whole page.</param>
    public void Heard(long seq, int? lesson = null)
    {
        _unshown.Heard(seq, lesson);
        CatchUp();
    }

    /// <summary>The whole page came.</summary>
    public void Shown(long seq)
    {
        _unshown.Holds(seq);
        Volatile.Read(ref _arrived)?.TrySetResult();
        // A page that was on its way when another one arrived may be older than what was heard.
        CatchUp();
    }

    /// <summary>These lessons were drawn into the page.</summary>
    public void Drew(IReadOnlyDictionary<int, long> lessons)
    {
        _unshown.Drew(lessons);
        Volatile.Read(ref _arrived)?.TrySetResult();
    }

    private void CatchUp()
    {
        if (!_unshown.IsEmpty && Interlocked.Exchange(ref _running, 1) == 0)
            _ = Run();
    }

    private async Task Run()
    {
        try
        {
            while (!_unshown.IsEmpty)
                await Once();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
            return;
        }

        Volatile.Write(ref _running, 0);
        // Somebody may have been heard between the last look and this.
        CatchUp();
    }

    private async Task Once()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _arrived, arrived);
        refresh(_unshown.Lessons());
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(leaving);
        await Task.WhenAny(arrived.Task, Task.Delay(Patience, time, enough.Token));
        await enough.CancelAsync();
        if (arrived.Task.IsCompleted)
            _failed = 0;
        else
            Failed();
        await Task.Delay(Pace, time, leaving);
    }

    private void Failed()
    {
        _unshown.NeedsWhole();
        if (++_failed >= ManyInARow)
            inVain();
    }
}
