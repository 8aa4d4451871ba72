using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.Lessons;

/// <summary>
/// Writes the plan of a course as one whole: an import, an edit, another order, a copy of a parallel class, and the way back from each of them.
/// </summary>
/// <param name="Expected">The version of the plan that was on the screen; 0 if the course had none.</param>
public sealed record SetPlan(CourseId Course, ImmutableArray<PlanTopic> Topics, long Expected) : Command;

/// <summary>What it took the place of is what the one before it in the log says.</summary>
public sealed record PlanWritten(CourseId Course, ImmutableArray<PlanTopic> Topics) : JournalEvent
{
    protected override Concern Concerned => new(Course: Course);
}

/// <summary>Somebody was quicker: the plan as it is now, and who wrote it.</summary>
public sealed record PlanConflict(LessonPlan Now, PlanStamp Stamp) : Refusal, IConflict;

public sealed record TooManyPlanTopics(int Topics, int Most) : Refusal;

/// <param name="Number">The topic's place in the plan, from 1; here and below.</param>
public sealed record PlanTopicMissing(int Number) : Refusal;

public sealed record PlanTopicTooLong(int Number, int Length, int Longest) : Refusal;

public sealed record PlanHoursOutOfRange(int Number, int Hours, int Most) : Refusal;

public sealed record PlanSectionTooLong(int Number, int Length, int Longest) : Refusal;

public sealed record PlanHomeworkTooLong(int Number, int Length, int Longest) : Refusal;

public sealed record PlanWorkTooLong(int Number, int Length, int Longest) : Refusal;

public sealed record PlanTextUnreadable(int Number) : Refusal;
