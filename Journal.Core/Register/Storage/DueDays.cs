using Journal.Core.Courses;
using Journal.Core.Lessons;

namespace Journal.Core.Register.Storage;

/// <summary>For which day a task is: the one that was named, else the next lesson of the course, also over the holidays.</summary>
internal static class DueDays
{
    /// <summary>Null when the course has no lesson after this one. A day whose lesson does not take place gives its task to the next one.</summary>
    public static DateOnly? Of(JournalPages pages, Roster roster, JournalPage page, Lesson lesson, DateOnly? named) =>
        named is { } day && !IsLost(page, day)
            ? day
            : LessonsAfter(pages, roster, page, lesson)
                .Where(next => named is null || next.Date > named)
                .Select(next => (DateOnly?)next.Date)
                .FirstOrDefault()
                ?? named;

    /// <summary>The lessons of the course after this one that take place, in order, to the end of the next term.</summary>
    public static IEnumerable<Lesson> LessonsAfter(JournalPages pages, Roster roster, JournalPage page, Lesson lesson)
    {
        foreach (var one in page.Shape.Lessons)
        {
            if (TakesPlace(one) && (one.Date, one.Number).CompareTo((lesson.Date, lesson.Number)) > 0)
                yield return one;
        }

        // Only now: few ask past the end of a term, and every diary asks.
        foreach (var one in NextTerm(pages, roster, page.Id)?.Shape.Lessons ?? [])
        {
            if (TakesPlace(one))
                yield return one;
        }
    }

    // Every lesson the course had on it was cancelled or moved.
    private static bool IsLost(JournalPage page, DateOnly day)
    {
        var ofDay = page.Shape.LessonsOn(day, day);
        foreach (var one in ofDay)
        {
            if (TakesPlace(one))
                return false;
        }

        return ofDay.Length > 0;
    }

    private static bool TakesPlace(Lesson lesson) => lesson.Status is not (LessonStatus.Cancelled or LessonStatus.Moved);

    private static JournalPage? NextTerm(JournalPages pages, Roster roster, PageId id)
    {
        var number = roster.Terms[id.Term].Number;
        var next = roster.TermsOf(id.Course).FirstOrDefault(term => term.Number > number);
        return next is null ? null : pages.Read(new PageId(id.Course, next.Id));
    }
}
