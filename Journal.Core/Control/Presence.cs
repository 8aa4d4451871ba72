using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Control;

/// <summary>Who was there, as far as the page of the course says.</summary>
internal static class Presence
{
    /// <summary>Absent in the way that leaves a work unwritten: whoever came late was there.</summary>
    public static bool WasAbsent(this JournalPage page, Lesson lesson, StudentId student) =>
        page.NotedAs(lesson, student) is { } kind and not (AbsenceKind.Late or AbsenceKind.Exempt);

    /// <summary>There, and excused from the work (hard day 12).</summary>
    public static bool WasExempt(this JournalPage page, Lesson lesson, StudentId student) =>
        page.NotedAs(lesson, student) is AbsenceKind.Exempt;

    /// <summary>The first lesson after this one at which the student was seen; null before that.</summary>
    public static Lesson? ReturnOf(this JournalPage page, Lesson missed, StudentId student) =>
        page
            .Shape.Lessons.SkipWhile(lesson => lesson.Id != missed.Id)
            .Skip(1)
            .FirstOrDefault(lesson =>
                page.ClassOn(lesson, student) is not null && page.WasLookedAt(lesson) && !page.WasAbsent(lesson, student)
            );

    // An empty cell says "present" only once somebody has looked: the roll was declared, or the lesson recorded as given.
    private static bool WasLookedAt(this JournalPage page, Lesson lesson) =>
        page.Rolls.ContainsKey(lesson.Id) || lesson.Status is LessonStatus.Held;

    // The class teacher's reason says more than the fact it explains.
    private static AbsenceKind? NotedAs(this JournalPage page, Lesson lesson, StudentId student)
    {
        if (page.AttendanceAt(lesson.Id, student).Value.Code is not { } fact)
            return null;

        var reason = page.Reasons.GetValueOrDefault((lesson.Id, student))?.Value?.Code;
        return page.Rules.Codes.FirstOrDefault(code => code.Id == (reason ?? fact))?.Kind ?? AbsenceKind.Unknown;
    }
}
