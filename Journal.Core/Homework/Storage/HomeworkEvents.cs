using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.Homework.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(HomeworkSet))]
[JsonSerializable(typeof(HomeworkGiven))]
internal sealed partial class HomeworkJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class HomeworkEvents
{
    public static EventBook AddHomework(this EventBook events) =>
        events
            .Add("homework.set", HomeworkJson.Default.HomeworkSet, Write)
            .Add("homework.given", HomeworkJson.Default.HomeworkGiven, Write);

    private static void Write(HomeworkSet e, Recording to)
    {
        var (task, details) = (e.After, e.After.Details);
        to.Rows.Put(
            new HomeworkRow
            {
                Id = task.Id.Value,
                Course = e.Course.Value,
                Term = e.Term.Value,
                Lesson = task.Lesson.Value,
                IsForSome = task.IsForSome,
                Text = task.Text,
                Due = details.Due,
                Minutes = details.Minutes,
                Way = details.Way,
                Pages = details.Pages,
                Exercises = details.Exercises,
                Practice = details.Practice,
                Since = task.Times?.Since.UtcTicks,
                Changed = task.Times?.Changed?.UtcTicks,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
        foreach (var gone in e.Before?.Details.Files.Except(details.Files) ?? [])
            to.Rows.Put(Row(task, 0, gone, attached: false));
        foreach (var (number, file) in details.Files.Index())
            to.Rows.Put(Row(task, number, file, attached: true));
    }

    private static void Write(HomeworkGiven e, Recording to) =>
        to.Rows.Put(
            new HomeworkStudentRow
            {
                Homework = e.Task.Value,
                Student = e.Student.Value,
                Given = e.Given,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );

    private static HomeworkFileRow Row(HomeworkTask task, int number, HomeworkFile file, bool attached) =>
        new()
        {
            Homework = task.Id.Value,
            File = file.Id,
            Number = number,
            Attached = attached,
            Name = file.Name,
            Size = file.Size,
            Type = file.Type,
            Hash = file.Hash,
        };
}
