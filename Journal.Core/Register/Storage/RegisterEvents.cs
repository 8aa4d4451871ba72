using System.Text.Json.Serialization;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;

namespace Journal.Core.Register.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(MarkSet))]
[JsonSerializable(typeof(AttendanceSet))]
[JsonSerializable(typeof(ReasonSet))]
[JsonSerializable(typeof(MakeUpRecorded))]
[JsonSerializable(typeof(RollDeclared))]
[JsonSerializable(typeof(AbsenceShown))]
[JsonSerializable(typeof(WorkAdded))]
[JsonSerializable(typeof(WorkChanged))]
[JsonSerializable(typeof(WorkRemoved))]
[JsonSerializable(typeof(WorkRestored))]
[JsonSerializable(typeof(MarkShown))]
[JsonSerializable(typeof(MarkHidden))]
internal sealed partial class RegisterJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class RegisterEvents
{
    public static EventBook AddRegister(this EventBook events) =>
        events
            .Add(RegisterKinds.MarkSet, RegisterJson.Default.MarkSet, Write)
            .Add(RegisterKinds.AttendanceSet, RegisterJson.Default.AttendanceSet, Write)
            .Add("reason.set", RegisterJson.Default.ReasonSet, Write)
            .Add("make-up.recorded", RegisterJson.Default.MakeUpRecorded, MakeUps.Write)
            .Add("roll.declared", RegisterJson.Default.RollDeclared, Write)
            .Add(RegisterKinds.AbsenceShown, RegisterJson.Default.AbsenceShown, Write)
            .Add("work.added", RegisterJson.Default.WorkAdded, Write)
            .Add("work.changed", RegisterJson.Default.WorkChanged, Write)
            .Add("work.removed", RegisterJson.Default.WorkRemoved, Write)
            .Add("work.restored", RegisterJson.Default.WorkRestored, Write)
            .Add(RegisterKinds.MarkShown, RegisterJson.Default.MarkShown, Write)
            .Add("mark.hidden", RegisterJson.Default.MarkHidden, Write);

    private static void Write(MarkSet e, Recording to)
    {
        var value = e.After;
        to.Rows.Put(
            new MarkRow
            {
                Work = e.Work.Value,
                Student = e.Student.Value,
                First = value.First,
                Second = value.Second,
                Due = value.Due,
                DueBy = value.DueBy,
                Comment = value.Comment,
                CommentForFamily = value.CommentForFamily,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
    }

    private static void Write(AttendanceSet e, Recording to) =>
        to.Rows.Put(
            new AttendanceRow
            {
                Lesson = e.Lesson.Value,
                Student = e.Student.Value,
                Code = e.After.Code?.Value,
                Minutes = e.After.Minutes,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );

    private static void Write(ReasonSet e, Recording to) =>
        to.Rows.Put(
            new ReasonRow
            {
                Lesson = e.Lesson.Value,
                Student = e.Student.Value,
                Code = e.After?.Code.Value,
                Document = e.After?.Document,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );

    private static void Write(RollDeclared e, Recording to) =>
        to.Rows.Put(
            new RollRow
            {
                Lesson = e.Lesson.Value,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );

    private static void Write(WorkAdded e, Recording to) =>
        to.Rows.Put(LessonsEvents.Row(e.Course, e.Term, e.Work, removed: false, to.Seq));

    private static void Write(WorkChanged e, Recording to) =>
        to.Rows.Put(LessonsEvents.Row(e.Course, e.Term, e.After, removed: false, to.Seq));

    private static void Write(WorkRemoved e, Recording to) =>
        to.Rows.Put(LessonsEvents.Row(e.Course, e.Term, e.Work, removed: true, to.Seq));

    private static void Write(WorkRestored e, Recording to) =>
        to.Rows.Put(LessonsEvents.Row(e.Course, e.Term, e.Work, removed: false, to.Seq));

    // Told to families only: the rows were written when the fact itself was.
    private static void Write(AbsenceShown e, Recording to) { }

    private static void Write(MarkShown e, Recording to) { }

    private static void Write(MarkHidden e, Recording to) { }
}
