using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Register;

namespace Journal.Core.Access;

public sealed partial class Readings
{
    /// <summary>
    /// A file of a task, for whoever reads the task's page and for the families of those who have the task; one of a notice for its author, the class
    /// teacher and the deputy; one that nobody has attached yet for whoever brought it.
    /// </summary>
    public async Task<HomeworkFile?> File(PersonId reader, Guid file, CancellationToken ct = default)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        foreach (var place in await uploads.Places(file, ct))
        {
            if (pages.Read(new PageId(place.Course, place.Term)) is not { } page || !page.Tasks.TryGetValue(place.Task, out var task))
                continue;
            if (!roster.MayReadCourse(reader, place.Course, today) && !HasIt(roster, reader, page, task, today))
                continue;

            return task.Task.Details.Files.FirstOrDefault(one => one.Id == file);
        }

        if (await notices.WithFile(file, ct) is { } notice)
            return roster.MayHaveFile(reader, notice, today) ? notice.Notice.File : null;

        return roster.WorksHere(reader, today) ? await uploads.Own(reader, file, ct) : null;
    }

    /// <summary>The content of a file that this person may have.</summary>
    public async Task<(HomeworkFile File, Stream Content)?> Content(PersonId reader, Guid file, CancellationToken ct = default) =>
        await File(reader, file, ct) is { } known && uploads.Content(known) is { } content ? (known, content) : null;

    private static bool HasIt(Roster roster, PersonId reader, JournalPage page, PageTask task, DateOnly today)
    {
        IEnumerable<StudentId> family = roster.IsStudent(reader)
            ? roster.ChildrenOf(reader, today).Append(new StudentId(reader.Value))
            : roster.ChildrenOf(reader, today);
        return task.Task.IsForSome
            ? family.Any(task.Students.Contains)
            : page.Lessons.GetValueOrDefault(task.Task.Lesson) is { Homework.Length: > 0 } lesson
                && family.Any(student => roster.Learns(student, page.Id.Course, lesson.Date));
    }
}
