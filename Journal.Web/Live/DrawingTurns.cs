namespace Journal.Web.Live;

/// <summary>
/// Open pages that have heard the same change draw it in turns, as many at a time as there are cores. Two hundred of them at once would stand before
/// whatever is typed next; one that waits for its turn draws everything that was said meanwhile at once.
/// </summary>
public sealed class DrawingTurns : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    public async Task Take(Func<Task> draw, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            await draw();
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
