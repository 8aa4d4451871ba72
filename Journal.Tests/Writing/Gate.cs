using Journal.Core.Writing;

namespace Journal.Tests.Writing;

/// <summary>Holds the lane between two batches, so that what is submitted meanwhile becomes one batch.</summary>
internal sealed class Gate : IDisposable
{
    private readonly ManualResetEventSlim _open = new();

    private Gate() { }

    public static async Task<Gate> Close(JournalWriter writer)
    {
        var gate = new Gate();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = writer.AtHead(
            (_, _) =>
            {
                closed.SetResult();
                gate._open.Wait();
            }
        );
        await closed.Task;
        return gate;
    }

    public void Dispose() => _open.Set();
}
