using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.Lessons;

/// <summary>The plan of a course (КТП): the topics of its lessons in order (R21).</summary>
public sealed record LessonPlanSet(CourseId Course, ImmutableArray<string> Topics) : JournalEvent
{
    protected override Concern Concerned => new(Course: Course);
}
