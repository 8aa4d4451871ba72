using Journal.Web.Live;

namespace Journal.Tests.Live;

public sealed class DrawingTurnsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DrawingTurns _turns = new();
    private readonly TaskCompletionSource _drawing = new();

    [Fact]
    public async Task As_many_draw_at_a_time_as_there_are_cores_and_the_next_one_when_one_is_done()
    {
        var (begun, last) = (0, new TaskCompletionSource());
        var all = Enumerable
            .Range(0, Environment.ProcessorCount)
            .Select(_ =>
                _turns.Take(
                    () =>
                    {
                        begun++;
                        return _drawing.Task;
                    },
                    default
                )
            )
            .ToList();
        var next = _turns.Take(
            () =>
            {
                last.SetResult();
                return Task.CompletedTask;
            },
            default
        );

        Assert.Equal(Environment.ProcessorCount, begun);
        Assert.False(last.Task.IsCompleted);
        _drawing.SetResult();
        await last.Task.WaitAsync(Patience);
        await Task.WhenAll([.. all, next]);
    }

    [Fact]
    public async Task A_page_that_is_closed_before_its_turn_or_fails_in_it_keeps_nobody_waiting()
    {
        using var closed = new CancellationTokenSource();
        var all = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => _turns.Take(() => _drawing.Task, default)).ToList();
        var gone = _turns.Take(() => Task.CompletedTask, closed.Token);
        await closed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);

        _drawing.SetException(new InvalidOperationException("could not be drawn"));
        foreach (var one in all)
            await Assert.ThrowsAsync<InvalidOperationException>(() => one);
        for (var i = 0; i <= Environment.ProcessorCount; i++)
            await _turns.Take(() => Task.CompletedTask, default).WaitAsync(Patience);
    }

    public void Dispose() => _turns.Dispose();
}
