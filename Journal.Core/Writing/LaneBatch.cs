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
    private readonly List<Action> _answers = [];
    private DateTimeOffset _now;

    /// <summary>What has been decided so far, in order; published after the commit.</summary>
    public IReadOnlyList<Committed> Changes => _changes;

    public void Start()
    {
        _changes.Clear();
        _answers.Clear();
        _now = clock.Now;
    }

    public void Run(Job job)
    {
        switch (job)
        {
            case CommandJob commandJob:
                var answers = commandJob.Atomic ? Whole(commandJob) : [.. commandJob.Commands.Select(one => Alone(one, commandJob.Actor))];
                _answers.Add(() => commandJob.Complete(answers));
                break;
            case BulkJob bulk:
                Write(bulk);
                var last = log.Head;
                _answers.Add(() => bulk.Complete(last));
                break;
        }
    }

    /// <summary>Called after the commit has returned.</summary>
    public void AnswerAll()
    {
        foreach (var answer in _answers)
            answer();
    }

    private Answer Alone(Command command, Actor actor)
    {
        var entries = new List<Entry>();
        var answer = Decide(command, actor, log.Head, entries);
        log.Write(entries);
        return answer;
    }

    // Nothing is written before the last command of the whole is decided, so going back means only forgetting the folds.
    private Answer[] Whole(CommandJob job)
    {
        var marks = followers.Select(follower => follower.Mark()).ToArray();
        var (entries, before) = (new List<Entry>(), _changes.Count);
        var answers = new Answer[job.Commands.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = Decide(job.Commands[i], job.Actor, log.Head + entries.Count, entries);
            if (answers[i] is not Refused)
                continue;

            for (var f = 0; f < marks.Length; f++)
                followers[f].Rewind(marks[f]);
            _changes.RemoveRange(before, _changes.Count - before);
            return [.. job.Commands.Select((_, one) => one == i ? answers[i] : new Refused(new RefusedWithBatch()))];
        }

        log.Write(entries);
        return answers;
    }

    private Answer Decide(Command command, Actor actor, long head, List<Entry> entries)
    {
        var content = commands.ContentHash(command);
        if (Recorded(command, actor, content, entries) is { } earlier)
            return earlier;

        var operation = new Operation(actor, _now, clock.DayOf(_now), data);
        if (guard.Check(command, operation) is { } forbidden)
            return new Refused(forbidden);
        var decision = commands.Decide(command, operation);
        if (decision.Refusal is { } refusal)
            return new Refused(refusal);
        if (decision.Events.Count == 0)
            return new Unchanged(decision.AlreadySince);

        var part = 0;
        foreach (var fact in decision.Events)
            Take(new Entry(new Committed(++head, _now, actor.Person, fact), command.CommandId, part++, content), entries);
        return new Applied(head);
    }

    private Answer? Recorded(Command command, Actor actor, byte[] content, List<Entry> entries)
    {
        var recorded = log.FindRecorded(actor, command.CommandId);
        if (recorded is null && entries.FindLast(entry => entry.CommandId == command.CommandId) is { Change: not null } twin)
            recorded = (twin.Change.Seq, twin.ContentHash);
        if (recorded is not { } found)
            return null;

        return found.ContentHash.AsSpan().SequenceEqual(content)
            ? new Replayed(found.Seq)
            : new Refused(new CommandIdReused(command.CommandId));
    }

    private void Take(Entry entry, List<Entry> entries)
    {
        entries.Add(entry);
        _changes.Add(entry.Change);
        foreach (var follower in followers)
            follower.Fold(entry.Change);
    }

    private void Write(BulkJob bulk)
    {
        var (entries, head, part) = (new List<Entry>(bulk.Facts.Count), log.Head, bulk.FirstPart);
        foreach (var fact in bulk.Facts)
            Take(new Entry(new Committed(++head, fact.At, fact.Actor, fact.Event), bulk.CommandId, part++, NoContent), entries);
        log.Write(entries);
    }
}
