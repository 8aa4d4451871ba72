using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Homework.Storage;
using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Register.Storage;

/// <summary>Reads the tasks of a page with their files and students.</summary>
internal static class PageTasks
{
    public static ImmutableDictionary<HomeworkId, PageTask> Load(JournalDb db, PageId id)
    {
        var tasks = db.Set<HomeworkRow>().AsNoTracking().Where(row => row.Course == id.Course.Value && row.Term == id.Term.Value);
        var rows = tasks.ToList();
        // Most pages have none, and every page is read at the bell.
        if (rows.Count == 0)
            return ImmutableDictionary<HomeworkId, PageTask>.Empty;

        var files = (
            from task in tasks
            join file in db.Set<HomeworkFileRow>() on task.Id equals file.Homework
            where file.Attached
            select file
        )
            .AsNoTracking()
            .ToLookup(file => file.Homework);
        var students = (from task in tasks join one in db.Set<HomeworkStudentRow>() on task.Id equals one.Homework select one)
            .AsNoTracking()
            .ToLookup(one => one.Homework);
        return rows.ToImmutableDictionary(row => new HomeworkId(row.Id), row => Task(row, files[row.Id], [.. students[row.Id]]));
    }

    private static PageTask Task(HomeworkRow row, IEnumerable<HomeworkFileRow> files, IReadOnlyList<HomeworkStudentRow> students)
    {
        var task = new HomeworkTask(
            new(row.Id),
            new(row.Lesson),
            row.IsForSome,
            row.Text,
            new(
                row.Due,
                row.Minutes,
                row.Way,
                row.Pages,
                row.Exercises,
                row.Practice,
                [.. files.OrderBy(file => file.Number).Select(File)]
            ),
            PageLoader.Times(row.Since, row.Changed)
        );
        // Giving it to somebody is a change of the task too.
        var last =
            students.MaxBy(one => one.Version) is { } given && given.Version > row.Version
                ? new LessonStamp(given.Version, new(given.By), PageLoader.Moment(given.At))
                : new LessonStamp(row.Version, new(row.By), PageLoader.Moment(row.At));
        return new(
            task,
            [.. students.Where(one => one.Given).Select(one => new StudentId(one.Student)).OrderBy(student => student.Value)],
            last
        );
    }

    private static HomeworkFile File(HomeworkFileRow row) => new(row.File, row.Name, row.Size, row.Type, row.Hash);
}
