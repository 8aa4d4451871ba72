using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.Lessons;

/// <summary>The plan of a course (КТП): its topics in order, who wrote it last, and what the deputy has approved of it (R21).</summary>
public sealed partial record LessonPlan(ImmutableArray<PlanTopic> Topics, PlanStamp Stamp, PlanApproval? Approval)
{
    public static readonly LessonPlan None = new([], PlanStamp.Never, null);

    public int Hours => Topics.Sum(topic => topic.Hours);

    public PlanState State =>
        Approval is null ? PlanState.Draft
        : Approval.Version == Stamp.Version ? PlanState.Approved
        : PlanState.ChangedSinceApproval;

    public bool Equals(LessonPlan? other) =>
        other is not null && Stamp == other.Stamp && Approval == other.Approval && Topics.SequenceEqual(other.Topics);

    public override int GetHashCode() => HashCode.Combine(Stamp, Approval, Topics.Length);
}

public enum PlanState
{
    Draft = 1,
    Approved,
    ChangedSinceApproval,
}

/// <summary>When the plan became what it is: the Seq of that change (0 while there has never been one), its author and moment.</summary>
public readonly record struct PlanStamp(long Version, PersonId By, DateTimeOffset At)
{
    public static readonly PlanStamp Never;
}

/// <summary>Which version was approved, by whom and when.</summary>
/// <param name="Seq">Of the approval itself.</param>
public sealed record PlanApproval(long Version, long Seq, PersonId By, DateTimeOffset At);

/// <summary>The plan as a bare list of topics, an hour each: what a plan was before it had hours and sections. Old logs have it.</summary>
public sealed record LessonPlanSet(CourseId Course, ImmutableArray<string> Topics) : JournalEvent
{
    protected override Concern Concerned => new(Course: Course);
}
