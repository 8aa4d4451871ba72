using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Homework.Storage;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;

namespace Journal.Tests.Support;

/// <summary>Brings a file and attaches it to a lesson's own task, or to one for some.</summary>
public static class AttachedFile
{
    public static readonly byte[] Pdf = "%PDF-1.4 опорный конспект"u8.ToArray();

    public static async Task<HomeworkFile> Bring(UploadBook uploads, Actor by, byte[]? content = null)
    {
        using var stream = new MemoryStream(content ?? Pdf);
        return (await uploads.Take(by.Person, "Опорный конспект.pdf", "application/pdf", stream))!;
    }

    public static async Task<Guid> To(
        UploadBook uploads,
        JournalPages pages,
        JournalWriter writer,
        (CourseId Course, LessonId Lesson) place,
        Actor by,
        params StudentId[] students
    )
    {
        var file = await Bring(uploads, by);
        var page = pages.Read(new PageId(place.Course, SmallSchoolFacts.Quarter2))!;
        var isOwn = students.Length == 0;
        var command = new SetHomework(
            place.Course,
            place.Lesson,
            null,
            "§ 5",
            HomeworkDetails.None with
            {
                Files = [file],
            },
            isOwn ? null : students,
            isOwn ? page.Lessons[place.Lesson].Homework : null,
            isOwn ? page.OwnTaskOf(place.Lesson)?.Stamp.Version ?? 0 : 0
        );
        Assert.IsType<Applied>(await writer.Submit(command, by));
        return file.Id;
    }
}
