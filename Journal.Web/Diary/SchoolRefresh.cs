namespace Journal.Web.Diary;

/// <summary>
/// For what a whole school hears at one moment: the page is asked for after a time of its own, and once for all that was heard until then. While
/// nothing happens it weighs nothing.
/// </summary>
public sealed class SchoolRefresh(PageRefresh refresh, TimeSpan wait, TimeProvider time, CancellationToken leaving)
{
    private long _heard;
    private int _waiting;

    public void Heard(long seq)
    {
        Volatile.Write(ref _heard, seq);
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
            _ = Wait();
    }

    private async Task Wait()
    {
        try
        {
            await Task.Delay(wait, time, leaving);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
            return;
        }

        // First, so that whoever is heard from now on is waited for anew.
        Interlocked.Exchange(ref _waiting, 0);
        refresh.Heard(Volatile.Read(ref _heard));
    }
}
