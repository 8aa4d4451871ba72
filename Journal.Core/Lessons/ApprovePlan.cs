using Journal.Core.Basics;

namespace Journal.Core.Lessons;

/// <summary>The deputy has checked the plan (R21).</summary>
/// <param name="Expected">The version that was looked at: another one is not approved unseen.</param>
public sealed record ApprovePlan(CourseId Course, long Expected) : Command;

/// <summary>Approved is that version and no later one.</summary>
public sealed record PlanApproved(CourseId Course, long Version) : JournalEvent
{
    protected override Concern Concerned => new(Course: Course);
}

public sealed record PlanEmpty : Refusal;
