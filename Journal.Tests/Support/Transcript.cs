namespace Journal.Tests.Support;

/// <summary>What a running program has printed so far, and whoever waits for one of its lines.</summary>
public sealed class Transcript
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Waiter)> _waiting = [];
    private bool _closed;

    public void Add(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            foreach (var (_, waiter) in _waiting.Where(one => one.Wanted(line)))
                waiter.TrySetResult(line);
        }
    }

    /// <summary>Nothing more will come: those who still wait are told so.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var (_, waiter) in _waiting)
                waiter.TrySetException(Ended());
        }
    }

    /// <summary>The first line that fits, printed already or still to come.</summary>
    public Task<string> Line(Func<string, bool> wanted)
    {
        lock (_gate)
        {
            if (_lines.Find(line => wanted(line)) is { } already)
                return Task.FromResult(already);
            if (_closed)
                return Task.FromException<string>(Ended());

            var waiter = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((wanted, waiter));
            return waiter.Task;
        }
    }

    public override string ToString()
    {
        lock (_gate)
            return string.Join('\n', _lines);
    }

    private static InvalidOperationException Ended() => new("The program ended without printing the line that was waited for.");
}
