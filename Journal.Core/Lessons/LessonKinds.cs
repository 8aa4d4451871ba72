namespace Journal.Core.Lessons;

/// <summary>Names in the log that are asked for by name.</summary>
public static class LessonKinds
{
    public const string Scheduled = "lesson.scheduled";
    public const string Recorded = "lesson.recorded";
    public const string PlanSet = "lesson-plan.set";
    public const string PlanWritten = "lesson-plan.written";
    public const string PlanApproved = "lesson-plan.approved";
}
