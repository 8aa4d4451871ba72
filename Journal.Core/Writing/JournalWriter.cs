using System.Threading.Channels;
using Journal.Core.Basics;
using Journal.Core.Live;
using Journal.Core.Persistence;
using Microsoft.Extensions.Logging;

namespace Journal.Core.Writing;

/// <summary>The only door through which the journal changes: one lane, group commit, the answer after the commit.</summary>
public sealed class JournalWriter : IAsyncDisposable
{
    /// <summary>How many jobs may wait; more callers wait outside, but not for long.</summary>
    public const int QueueCapacity = 4096;

    /// <summary>How long a caller waits outside before the journal counts as busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int BatchCapacity = 512;

    private readonly Channel<Job> _queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(QueueCapacity) { SingleReader = true });

    // The lane sleeps on this, not on the channel: it neither spins nor needs a thread of the pool to be woken.
    private readonly AutoResetEvent _arrived = new(false);
    private readonly Lane _lane;
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _timesBusy;

    public JournalWriter(
        SchoolFile file,
        EventBook events,
        CommandBook commands,
        IGuard guard,
        IEnumerable<IFollower> followers,
        JournalFeed feed,
        Checkpoints checkpoints,
        SchoolClock clock,
        JournalMeter meter,
        ILogger<JournalWriter> log
    )
    {
        _time = clock.Time;
        var measured = new LaneMeter(meter, () => Waiting);
        _lane = new Lane(file, events, commands, guard, [.. followers], feed, checkpoints, clock, measured, log);
        _thread = new Thread(Run) { IsBackground = true, Name = "journal lane" };
        _thread.Start();
    }

    public int Waiting => _queue.Reader.Count;

    /// <summary>How often a caller found the journal busy.</summary>
    public long TimesBusy => Interlocked.Read(ref _timesBusy);

    public async Task<Answer> Submit(Command command, Actor actor, CancellationToken ct = default) =>
        (await Submit([command], actor, atomic: false, ct))[0];

    /// <summary>Several commands of one person in one commit: each stands alone, or — atomic — all are applied or none.</summary>
    public async Task<IReadOnlyList<Answer>> Submit(
        IReadOnlyList<Command> commands,
        Actor actor,
        bool atomic,
        CancellationToken ct = default
    )
    {
        var job = new CommandJob(commands, actor, atomic);
        if (!_queue.Writer.TryWrite(job) && await Enter(job, ct) is { } busy)
            return [.. commands.Select(_ => new Refused(busy))];

        _arrived.Set();
        return await job.Answers;
    }

    /// <summary>
    /// Records facts that were decided by the same rules elsewhere: a generated year, an import. One command, one change per fact, in chunks;
    /// the lane is free between them. Returns the last Seq.
    /// </summary>
    public async Task<long> Bulk(Guid commandId, IEnumerable<DatedFact> facts, int chunk = 1000, CancellationToken ct = default)
    {
        var (last, part) = (0L, 0);
        var ahead = new Queue<BulkJob>();
        Task? former = null;
        foreach (var some in facts.Chunk(chunk))
        {
            var job = new BulkJob(commandId, part, some, former);
            (former, part) = (job.Done, part + some.Length);
            await _queue.Writer.WriteAsync(job, ct);
            _arrived.Set();
            ahead.Enqueue(job);
            if (ahead.Count > 2)
                last = await ahead.Dequeue().Done;
        }

        while (ahead.TryDequeue(out var job))
            last = await job.Done;
        return last;
    }

    /// <summary>Looks at the end of the chain between two batches: Seq and hash of the last committed change.</summary>
    public async Task AtHead(Action<long, byte[]> look, CancellationToken ct = default)
    {
        var job = new HeadJob(look);
        await _queue.Writer.WriteAsync(job, ct);
        _arrived.Set();
        await job.Done;
    }

    public async ValueTask DisposeAsync()
    {
        if (_queue.Writer.TryComplete())
            _arrived.Set();
        await _ended.Task;
        GC.SuppressFinalize(this);
    }

    private async Task<JournalBusy?> Enter(Job job, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            await _queue.Writer.WriteAsync(job, either.Token);
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            Interlocked.Increment(ref _timesBusy);
            return new JournalBusy();
        }
    }

    private void Run()
    {
        var batch = new List<Job>();
        while (!_queue.Reader.Completion.IsCompleted)
        {
            Take(batch);
            if (batch.Count > 0)
                _lane.Process(batch);
            else
                _arrived.WaitOne();
        }

        _lane.Dispose();
        _arrived.Dispose();
        _ended.SetResult();
    }

    private void Take(List<Job> batch)
    {
        batch.Clear();
        var commands = 0;
        while (commands < BatchCapacity && _queue.Reader.TryRead(out var job))
        {
            batch.Add(job);
            commands += job is CommandJob some ? some.Commands.Count : BatchCapacity;
        }
    }
}
