using Journal.Core.Homework;
using Journal.Core.Register.Storage;

namespace Journal.Core.Diary.Storage;

/// <summary>The homework of a lesson that is this student's: the lesson's own first, then what was given to some.</summary>
internal static class DiaryTasks
{
    public static IReadOnlyList<DiaryTask> Of(DiarySource source, JournalPages pages, DiaryPlace place)
    {
        var tasks = place.Page.Shape.TasksOf(place.Lesson.Id);
        // Most lessons have none, and a diary has thirty lessons.
        if (tasks.IsEmpty && place.Lesson is { Homework: null or "", HomeworkTimes: null or { Changed: null } })
            return [];

        var own = tasks.FirstOrDefault(one => !one.Task.IsForSome)?.Task;
        var given = tasks.Where(one => one.Task.IsForSome && one.Students.Contains(source.Student)).Select(one => one.Task);
        return
        [
            .. new[] { Own(source, pages, place, own) }.Concat(given.Select(one => Given(source, pages, place, one))).OfType<DiaryTask>(),
        ];
    }

    private static DiaryTask? Own(DiarySource source, JournalPages pages, DiaryPlace place, HomeworkTask? own)
    {
        var (text, times) = (place.Lesson.Homework, place.Lesson.HomeworkTimes);
        if (text is "" || (text is null && times?.Changed is null))
            return null;

        var changed = Later(times?.Changed, text is null ? null : own?.Times?.Changed);
        var details = text is null ? HomeworkDetails.None : own?.Details ?? HomeworkDetails.None;
        return Task(source, pages, place, null, text, details, changed);
    }

    private static DiaryTask? Given(DiarySource source, JournalPages pages, DiaryPlace place, HomeworkTask task) =>
        task.Text is null && task.Times?.Changed is null
            ? null
            : Task(source, pages, place, task.Id, task.Text, task.Details, task.Times?.Changed);

    private static DiaryTask Task(
        DiarySource source,
        JournalPages pages,
        DiaryPlace place,
        Basics.HomeworkId? task,
        string? text,
        HomeworkDetails details,
        DateTimeOffset? changed
    ) =>
        new(
            place.Lesson.Id,
            task,
            text,
            details,
            text is null ? null : DueDays.Of(pages, source.Roster, place.Page, place.Lesson, details.Due),
            changed
        );

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
