using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Homework.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>Whether what a task names are files that its author has brought.</summary>
internal static class Uploads
{
    public static Decision? Missing(SetHomework command, JournalPage page, Operation operation)
    {
        if (command.Details.Files.IsDefaultOrEmpty)
            return null;

        // What the lesson's tasks have already somebody else may have brought.
        var known = page.Shape.TasksOf(command.Lesson).SelectMany(one => one.Task.Details.Files).ToHashSet();
        foreach (var file in command.Details.Files.Where(file => !known.Contains(file)))
        {
            var row = operation
                .Data.Db.Set<UploadRow>()
                .FirstOrDefault(row => row.File == file.Id && row.By == operation.Actor.Person.Value);
            if (row is null || file != new HomeworkFile(row.File, row.Name, row.Size, row.Type, row.Hash))
                return (Decision)new UnknownHomeworkFile(file.Id);
        }

        return null;
    }
}
