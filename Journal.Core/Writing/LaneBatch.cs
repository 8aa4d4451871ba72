using Journal.Core.Basics;

namespace Journal.Core.Writing;

/// <summary>Decides and writes one batch of jobs inside one transaction.</summary>
internal sealed class LaneBatch(
    LogAppender log,
    LaneData data,
    CommandBook commands,
    IGuard guard,
    IReadOnlyList<IFollower> followers,
    SchoolClock clock
)
{
    private static readonly byte[] NoContent = new byte[32];

    private readonly List<Committed> _changes = [];
    private readonly List<Answer> _answers = [];
    private readonly List<Action> _calls = [];
    private DateTimeOffset _now;

    /// <summary>What has been decided so far, in order; published after the commit.</summary>
    public IReadOnlyList<Committed> Changes => _changes;

    /// <summary>What became of every command, in order.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    public void Start()
    {
        _changes.Clear();
        _answers.Clear();
        _calls.Clear();
        _now = clock.Now;
    }

    public void Run(Job job)
    {
        switch (job)
        {
            case CommandJob commandJob:
                var answers = commandJob.Atomic ? Whole(commandJob) : [.. commandJob.Commands.Select(one => Alone(one, commandJob.Actor))];
                _answers.AddRange(answers);
                _calls.Add(() => commandJob.Complete(answers));
                break;
            case BulkJob bulk:
                Write(bulk);
                var last = log.Head;
                _calls.Add(() => bulk.Complete(last));
                break;
        }
    }

    /// <summary>Called after the commit has returned.</summary>
    public void AnswerAll()
    {
        foreach (var call in _calls)
            call();
    }

    // Written at once: a later command of the same whole must find it in the rows too.
    private Answer[] Whole(CommandJob job)
    {
        var marks = followers.Select(follower => follower.Mark()).ToArray();
        var (before, place) = (_changes.Count, log.Save());
        var answers = new Answer[job.Commands.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = Alone(job.Commands[i], job.Actor);
            if (answers[i] is not Refused)
                continue;

            log.GoBack(place);
            for (var f = 0; f < marks.Length; f++)
                followers[f].Rewind(marks[f]);
            _changes.RemoveRange(before, _changes.Count - before);
            return [.. job.Commands.Select((_, one) => one == i ? answers[i] : new Refused(new RefusedWithBatch()))];
        }

        log.Keep();
        return answers;
    }

    private Answer Alone(Command command, Actor actor)
    {
        var content = commands.ContentHash(command);
        if (Recorded(command, actor, content) is { } earlier)
            return earlier;

        var operation = new Operation(actor, _now, clock.DayOf(_now), clock.TimeOf(_now), data);
        if (guard.Check(command, operation) is { } forbidden)
            return new Refused(forbidden);
        var decision = commands.Decide(command, operation);
        if (decision.Refusal is { } refusal)
            return new Refused(refusal);
        if (decision.Events.Count == 0)
            return new Unchanged(decision.AlreadySince);

        var part = 0;
        foreach (var fact in decision.Events)
            Take(new Entry(new Committed(log.Head + 1, _now, actor.Person, fact), command.CommandId, part++, content));
        return new Applied(log.Head);
    }

    private Answer? Recorded(Command command, Actor actor, byte[] content)
    {
        if (log.FindRecorded(actor, command.CommandId) is not { } found)
            return null;

        return found.ContentHash.AsSpan().SequenceEqual(content)
            ? new Replayed(found.Seq)
            : new Refused(new CommandIdReused(command.CommandId));
    }

    private void Take(Entry entry)
    {
        log.Write(entry);
        _changes.Add(entry.Change);
        foreach (var follower in followers)
            follower.Fold(entry.Change);
    }

    private void Write(BulkJob bulk)
    {
        if (bulk.IsBroken)
            throw new InvalidOperationException("The chunk before this one failed.");

        var part = bulk.FirstPart;
        foreach (var fact in bulk.Facts)
            Take(new Entry(new Committed(log.Head + 1, fact.At, fact.Actor, fact.Event), bulk.CommandId, part++, NoContent));
    }
}
