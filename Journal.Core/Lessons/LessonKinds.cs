namespace Journal.Core.Lessons;

/// <summary>Names in the log that are asked for by name.</summary>
public static class LessonKinds
{
    public const string Recorded = "lesson.recorded";
}
