using System.Threading.Channels;

namespace Journal.Web.Diary;

/// <summary>
/// Asks for a page anew as long as it is behind what was heard: at once for the first change, and one request at a time, so that a burst costs two.
/// A request that brought nothing, because the line was down, is made again.
/// </summary>
public sealed class PageRefresh(long shown, Action refresh, TimeProvider time)
{
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400);
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(1);
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _heard = shown;
    private long _shown = shown;

    public void Heard(long seq)
    {
        Volatile.Write(ref _heard, seq);
        _news.Writer.TryWrite(true);
    }

    public void Shown(long seq)
    {
        Volatile.Write(ref _shown, seq);
        _arrived.TrySetResult();
    }

    public async Task Run(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await _news.Reader.ReadAsync(ct);
                while (Volatile.Read(ref _shown) < Volatile.Read(ref _heard))
                    await Once(ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task Once(CancellationToken ct)
    {
        _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        refresh();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_arrived.Task, Task.Delay(Patience, time, enough.Token));
        await enough.CancelAsync();
        await Task.Delay(Pace, time, ct);
    }
}
