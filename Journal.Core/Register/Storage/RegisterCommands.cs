using System.Text.Json.Serialization;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Persistence;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SetMark))]
[JsonSerializable(typeof(SetAttendance))]
[JsonSerializable(typeof(DeclareRoll))]
[JsonSerializable(typeof(ExplainAbsences))]
[JsonSerializable(typeof(RecordMakeUp))]
[JsonSerializable(typeof(RecordLesson))]
[JsonSerializable(typeof(RecordBriefing))]
[JsonSerializable(typeof(SetHomework))]
[JsonSerializable(typeof(AddWork))]
[JsonSerializable(typeof(ChangeWork))]
[JsonSerializable(typeof(RemoveWork))]
[JsonSerializable(typeof(RestoreWork))]
[JsonSerializable(typeof(TakeLesson))]
[JsonSerializable(typeof(GiveBackLesson))]
[JsonSerializable(typeof(ArrangeSubstitutions))]
[JsonSerializable(typeof(RecordTeacherAbsence))]
[JsonSerializable(typeof(RevokeTeacherAbsence))]
[JsonSerializable(typeof(MoveLesson))]
[JsonSerializable(typeof(OrderDay))]
[JsonSerializable(typeof(RevokeDayOrder))]
[JsonSerializable(typeof(ChangeTimetable))]
internal sealed partial class RegisterCommandsJson : JsonSerializerContext;

/// <summary>The commands of the journal page and who decides them.</summary>
internal static class RegisterCommands
{
    public static CommandBook AddRegister(
        this CommandBook commands,
        JournalPages pages,
        RosterSource rosters,
        EventBook events,
        IKnownReasons reasons,
        SchoolClock clock
    )
    {
        var handlers = new RegisterHandlers(pages, rosters, new Removals(events), reasons);
        var substitutions = new SubstitutionHandlers(pages, rosters);
        var orders = new DayOrderHandlers(rosters, events);
        return commands
            .Add(RegisterCommandsJson.Default.SetMark, handlers)
            .Add(RegisterCommandsJson.Default.SetAttendance, handlers)
            .Add(RegisterCommandsJson.Default.DeclareRoll, handlers)
            .Add(RegisterCommandsJson.Default.ExplainAbsences, new ReasonHandler(pages, rosters))
            .Add(RegisterCommandsJson.Default.RecordMakeUp, new MakeUpHandler(pages, clock))
            .Add(RegisterCommandsJson.Default.RecordLesson, handlers)
            .Add(RegisterCommandsJson.Default.RecordBriefing, handlers)
            .Add(RegisterCommandsJson.Default.SetHomework, handlers)
            .Add(RegisterCommandsJson.Default.AddWork, handlers)
            .Add(RegisterCommandsJson.Default.ChangeWork, handlers)
            .Add(RegisterCommandsJson.Default.RemoveWork, handlers)
            .Add(RegisterCommandsJson.Default.RestoreWork, handlers)
            .Add(RegisterCommandsJson.Default.TakeLesson, substitutions)
            .Add(RegisterCommandsJson.Default.GiveBackLesson, substitutions)
            .Add(RegisterCommandsJson.Default.ArrangeSubstitutions, substitutions)
            .Add(RegisterCommandsJson.Default.RecordTeacherAbsence, substitutions)
            .Add(RegisterCommandsJson.Default.RevokeTeacherAbsence, substitutions)
            .Add(RegisterCommandsJson.Default.MoveLesson, new MoveHandler(pages, rosters))
            .Add(RegisterCommandsJson.Default.OrderDay, orders)
            .Add(RegisterCommandsJson.Default.RevokeDayOrder, orders)
            .Add(RegisterCommandsJson.Default.ChangeTimetable, new TimetableHandler(rosters));
    }
}
