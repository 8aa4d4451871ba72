using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.Classes.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ClassOpened))]
[JsonSerializable(typeof(ClassTeacherAppointed))]
[JsonSerializable(typeof(ClassJoined))]
[JsonSerializable(typeof(GroupFormed))]
[JsonSerializable(typeof(GroupJoined))]
internal sealed partial class ClassesJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class ClassesEvents
{
    public static EventBook AddClasses(this EventBook events) =>
        events
            .Add("class.opened", ClassesJson.Default.ClassOpened, Write)
            .Add("class-teacher.appointed", ClassesJson.Default.ClassTeacherAppointed, Write)
            .Add("class.joined", ClassesJson.Default.ClassJoined, Write)
            .Add("group.formed", ClassesJson.Default.GroupFormed, Write)
            .Add("group.joined", ClassesJson.Default.GroupJoined, Write);

    private static void Write(ClassOpened e, Recording to)
    {
        var c = e.Class;
        to.Rows.Put(
            new ClassRow
            {
                Id = c.Id.Value,
                Year = c.Year.Value,
                Grade = c.Grade,
                Letter = c.Letter,
                TermSet = c.TermSet.Value,
                HolidaySet = c.HolidaySet.Value,
                Bells = c.Bells.Value,
            }
        );
    }

    private static void Write(ClassTeacherAppointed e, Recording to) =>
        to.Rows.Put(
            new ClassTeacherRow
            {
                Class = e.Class.Value,
                Teacher = e.Teacher.Value,
                From = e.From,
                Until = e.Until,
            }
        );

    private static void Write(ClassJoined e, Recording to) =>
        to.Rows.Put(
            new ClassMemberRow
            {
                Student = e.Student.Value,
                Class = e.Class.Value,
                From = e.From,
                To = e.To,
            }
        );

    private static void Write(GroupFormed e, Recording to)
    {
        var group = e.Group;
        to.Rows.Put(
            new GroupRow
            {
                Id = group.Id.Value,
                Year = group.Year.Value,
                Kind = (int)group.Kind,
                Name = group.Name,
            }
        );
        foreach (var one in group.Classes)
            to.Rows.Put(new GroupClassRow { Group = group.Id.Value, Class = one.Value });
    }

    private static void Write(GroupJoined e, Recording to) =>
        to.Rows.Put(
            new GroupMemberRow
            {
                Student = e.Student.Value,
                Group = e.Group.Value,
                Class = e.Class.Value,
                From = e.From,
                To = e.To,
            }
        );
}
