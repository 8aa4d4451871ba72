using Journal.Core.Basics;

namespace Journal.Core.Writing;

/// <summary>Something waiting for its turn in the lane.</summary>
internal abstract class Job
{
    public abstract void Fail(Exception cause);
}

/// <summary>Commands of one person: each stands alone, or all are one whole.</summary>
internal sealed class CommandJob(IReadOnlyList<Command> commands, Actor actor, bool atomic) : Job
{
    private readonly TaskCompletionSource<IReadOnlyList<Answer>> _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Command> Commands { get; } = commands;

    public Actor Actor { get; } = actor;

    public bool Atomic { get; } = atomic;

    public Task<IReadOnlyList<Answer>> Answers => _answers.Task;

    public void Complete(IReadOnlyList<Answer> answers) => _answers.TrySetResult(answers);

    public override void Fail(Exception cause) => _answers.TrySetException(cause);
}

/// <summary>Facts decided elsewhere by the same rules, each with its author and moment: an import, a generated year.</summary>
internal sealed class BulkJob(Guid commandId, int firstPart, IReadOnlyList<DatedFact> facts, Task? former) : Job
{
    private readonly TaskCompletionSource<long> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid CommandId { get; } = commandId;

    public int FirstPart { get; } = firstPart;

    public IReadOnlyList<DatedFact> Facts { get; } = facts;

    /// <summary>The chunk before this one failed, and so this one does: nobody would find a hole in the middle.</summary>
    public bool IsBroken => former is { IsFaulted: true };

    public Task<long> Done => _done.Task;

    public void Complete(long seq) => _done.TrySetResult(seq);

    public override void Fail(Exception cause) => _done.TrySetException(cause);
}

/// <summary>A look at the end of the chain between two batches.</summary>
internal sealed class HeadJob(Action<long, byte[]> look) : Job
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _done.Task;

    public void Run(long seq, byte[] hash)
    {
        try
        {
            look(seq, hash);
            _done.TrySetResult();
        }
        catch (Exception failure)
        {
            // The asker's fault, or the disk's: the lane goes on.
            _done.TrySetException(failure);
        }
    }

    public override void Fail(Exception cause) => _done.TrySetException(cause);
}

/// <summary>A fact with its author and its moment.</summary>
public readonly record struct DatedFact(DateTimeOffset At, PersonId Actor, JournalEvent Event);
