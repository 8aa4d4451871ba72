using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Lessons;

namespace Journal.Core.Register.Storage;

/// <summary>Adds up what some students have to do for each of some days, out of the pages of all their courses.</summary>
internal static class HomeworkLoads
{
    // A task is seldom for a day further ahead.
    private const int LongestAhead = 31;

    public static IReadOnlyList<DayLoad> Of(
        JournalPages pages,
        Roster roster,
        ImmutableHashSet<StudentId> students,
        DateOnly first,
        DateOnly last
    )
    {
        var since = first.AddDays(-LongestAhead);
        var tasks =
            from course in students.SelectMany(student => roster.CoursesOf(student)).Distinct()
            from term in roster.TermsOf(course)
            where term.Starts <= last && term.Ends >= since
            let page = pages.Read(new PageId(course, term.Id))
            where page is not null
            from lesson in page.Shape.LessonsOn(since, last).ToArray()
            from task in Tasks(page, lesson, students)
            let due = DueDays.Of(pages, roster, page, lesson, task.Due)
            where first <= due && due <= last
            select (Due: due.Value, task.Load);
        var byDay = tasks.ToLookup(task => task.Due, task => task.Load);
        return
        [
            .. Enumerable
                .Range(0, last.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Select(day => new DayLoad(day, [.. byDay[day].OrderByDescending(task => task.Minutes).ThenBy(task => task.Lesson.Value)])),
        ];
    }

    private static IEnumerable<(DateOnly? Due, LoadTask Load)> Tasks(JournalPage page, Lesson lesson, ImmutableHashSet<StudentId> students)
    {
        var some = page.Shape.TasksOf(lesson.Id);
        if (lesson.Homework is { Length: > 0 } text)
        {
            var details = some.FirstOrDefault(one => !one.Task.IsForSome)?.Task.Details;
            var all = students.Where(student => page.ClassOn(lesson, student) is not null);
            if (Load(page, lesson, null, text, details, all) is { Students.IsEmpty: false } load)
                yield return (details?.Due, load);
        }

        foreach (var (task, given, _) in some)
        {
            if (
                task is { IsForSome: true, Text: { } words }
                && Load(page, lesson, task.Id, words, task.Details, given.Where(students.Contains)) is { Students.IsEmpty: false } load
            )
                yield return (task.Details.Due, load);
        }
    }

    private static LoadTask Load(
        JournalPage page,
        Lesson lesson,
        HomeworkId? task,
        string text,
        HomeworkDetails? details,
        IEnumerable<StudentId> students
    ) => new(page.Id.Course, lesson.Id, task, text, details?.Minutes, [.. students]);
}
