namespace Journal.Web.Diary;

/// <summary>
/// Asks for a page anew as long as it is behind what was heard: at once for the first change, and one request at a time, so that a burst costs two.
/// A request that brought nothing, because the line was down, is made again; when many in a row did, that is said. While nothing happens it weighs
/// nothing.
/// </summary>
public sealed class PageRefresh(long shown, Action refresh, Action inVain, TimeProvider time, CancellationToken leaving)
{
    /// <summary>More than half a minute. In a crowd a page may be waited for.</summary>
    public const int ManyInARow = 8;

    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400);
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private TaskCompletionSource? _arrived;
    private long _heard = shown;
    private long _shown = shown;
    private int _running;
    private int _failed;

    private bool IsBehind => Volatile.Read(ref _shown) < Volatile.Read(ref _heard);

    public void Heard(long seq)
    {
        // What the whole school heard is passed on late, by another thread, and may be the older.
        long known;
        do known = Volatile.Read(ref _heard);
        while (known < seq && Interlocked.CompareExchange(ref _heard, seq, known) != known);

        CatchUp();
    }

    public void Shown(long seq)
    {
        Volatile.Write(ref _shown, seq);
        Volatile.Read(ref _arrived)?.TrySetResult();
        // A page that was on its way when another one arrived may be older than what was heard.
        CatchUp();
    }

    private void CatchUp()
    {
        if (IsBehind && Interlocked.Exchange(ref _running, 1) == 0)
            _ = Run();
    }

    private async Task Run()
    {
        try
        {
            while (IsBehind)
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
        refresh();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(leaving);
        await Task.WhenAny(arrived.Task, Task.Delay(Patience, time, enough.Token));
        await enough.CancelAsync();
        _failed = arrived.Task.IsCompleted ? 0 : _failed + 1;
        if (_failed >= ManyInARow)
            inVain();
        await Task.Delay(Pace, time, leaving);
    }
}
