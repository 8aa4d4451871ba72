using Journal.Core.Basics;

namespace Journal.Core.Courses;

/// <summary>
/// Something around the page changed that it cannot fold: a student came or left, the term was closed, a carried mark changed. Whoever watches
/// the course reads it anew. It is recorded beside the fact itself, so that catching up after a gap tells the same.
/// </summary>
public sealed record PageOutdated(CourseId Course) : JournalEvent
{
    protected override Concern Concerned => new(Course);
}
