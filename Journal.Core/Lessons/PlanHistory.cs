using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.Lessons;

/// <summary>The plan as it was from a change on.</summary>
public sealed record PlanVersion(PlanStamp Stamp, ImmutableArray<PlanTopic> Topics);

/// <summary>Every version a plan has had, oldest first, and every approval: what an undo puts back, what was changed since.</summary>
public sealed record PlanHistory(IReadOnlyList<PlanVersion> Versions, IReadOnlyList<PlanApproval> Approvals)
{
    public static PlanHistory Of(IEnumerable<Committed> changes)
    {
        var (versions, approvals) = (new List<PlanVersion>(), new List<PlanApproval>());
        foreach (var change in changes.OrderBy(change => change.Seq))
        {
            if (change.Event is PlanApproved e)
                approvals.Add(new(e.Version, change.Seq, change.Actor, change.At));
            else if (TopicsOf(change.Event) is { } topics)
                versions.Add(new(new(change.Seq, change.Actor, change.At), topics));
        }

        return new(versions, approvals);
    }

    /// <summary>What the plan was before this version: what to set when that one is undone.</summary>
    public ImmutableArray<PlanTopic> Before(long version) => Versions.LastOrDefault(one => one.Stamp.Version < version)?.Topics ?? [];

    /// <summary>What has been changed since the last approval; nothing too where there is none.</summary>
    public ImmutableArray<PlanChange> SinceApproval()
    {
        if (Approvals.Count == 0)
            return [];

        var approved = Versions.Last(one => one.Stamp.Version == Approvals[^1].Version);
        return PlanChange.Between(approved.Topics, Versions[^1].Topics);
    }

    private static ImmutableArray<PlanTopic>? TopicsOf(JournalEvent fact) =>
        fact switch
        {
            PlanWritten e => e.Topics,
            LessonPlanSet e => [.. e.Topics.Select(topic => new PlanTopic(topic, 1))],
            _ => null,
        };
}
