using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Homework.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>Whether what a task names are files that its author has brought.</summary>
internal static class Uploads
{
    public static Decision? Missing(SetHomework command, Operation operation)
    {
        if (command.Details.Files.IsDefaultOrEmpty)
            return null;

        foreach (var file in command.Details.Files.Where(file => !IsOfLesson(file, command.Lesson, operation)))
        {
            var row = operation
                .Data.Db.Set<UploadRow>()
                .FirstOrDefault(row => row.File == file.Id && row.By == operation.Actor.Person.Value);
            if (row is null || file != new HomeworkFile(row.File, row.Name, row.Size, row.Type, row.Hash))
                return (Decision)new UnknownHomeworkFile(file.Id);
        }

        return null;
    }

    // What the lesson's tasks have, or have had, somebody else may have brought: it can be put back.
    private static bool IsOfLesson(HomeworkFile file, LessonId lesson, Operation operation)
    {
        var db = operation.Data.Db;
        var rows =
            from row in db.Set<HomeworkFileRow>()
            where row.File == file.Id
            join task in db.Set<HomeworkRow>() on row.Homework equals task.Id
            where task.Lesson == lesson.Value
            select row;
        return rows.AsEnumerable().Any(row => file == new HomeworkFile(row.File, row.Name, row.Size, row.Type, row.Hash));
    }
}
