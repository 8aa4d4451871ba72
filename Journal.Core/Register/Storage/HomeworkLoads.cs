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
            from task in Tasks(page, lesson)
            let due = DueDays.Of(pages, roster, page, lesson, task.Details?.Due)
            where first <= due && due <= last
            let load = Load(page, lesson, task, students)
            where !load.Students.IsEmpty
            select (Due: due.Value, Load: load);
        var byDay = tasks.ToLookup(task => task.Due, task => task.Load);
        return
        [
            .. Enumerable
                .Range(0, last.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Select(day => new DayLoad(day, [.. byDay[day].OrderByDescending(task => task.Minutes).ThenBy(task => task.Lesson.Value)])),
        ];
    }

    private static IEnumerable<Set> Tasks(JournalPage page, Lesson lesson)
    {
        var some = page.Shape.TasksOf(lesson.Id);
        if (lesson.Homework is { Length: > 0 } text)
            yield return new(null, text, some.FirstOrDefault(one => !one.Task.IsForSome)?.Task.Details, null);
        foreach (var (task, given, _) in some)
        {
            if (task is { IsForSome: true, Text: { } words })
                yield return new(task.Id, words, task.Details, given);
        }
    }

    private static LoadTask Load(JournalPage page, Lesson lesson, Set task, ImmutableHashSet<StudentId> students)
    {
        var whose = task.Given?.Where(students.Contains) ?? students.Where(student => page.ClassOn(lesson, student) is not null);
        return new(page.Id.Course, lesson.Id, task.Task, task.Text, task.Details?.Minutes, [.. whose]);
    }

    private sealed record Set(HomeworkId? Task, string Text, HomeworkDetails? Details, IReadOnlyList<StudentId>? Given);
}
