using System.Text.Json.Serialization;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Remarks.Storage;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WriteRemark))]
[JsonSerializable(typeof(CorrectRemark))]
[JsonSerializable(typeof(WithdrawRemark))]
internal sealed partial class RemarkCommandsJson : JsonSerializerContext;

/// <summary>The commands of this folder and who decides them.</summary>
internal static class RemarkCommands
{
    public static CommandBook AddRemarks(this CommandBook commands, JournalPages pages, RosterSource rosters)
    {
        var handlers = new RemarkHandlers(pages, rosters);
        return commands
            .Add(RemarkCommandsJson.Default.WriteRemark, handlers)
            .Add(RemarkCommandsJson.Default.CorrectRemark, handlers)
            .Add(RemarkCommandsJson.Default.WithdrawRemark, handlers);
    }
}

/// <summary>Load the lesson's page, or the remark, and let the rules decide. Whose it is the door knows, which has let it pass.</summary>
internal sealed class RemarkHandlers(JournalPages pages, RosterSource rosters)
    : IHandler<WriteRemark>,
        IHandler<CorrectRemark>,
        IHandler<WithdrawRemark>
{
    public Decision Decide(WriteRemark command, Operation operation)
    {
        RemarkId NewId() => new(operation.Data.NewId<RemarkRow>());
        if (command is { Course: { } course, Lesson: { } lesson })
            return pages.PageOf(course, lesson, operation.Data) is { } page
                ? RemarkRules.Decide(command, page, operation.Today, NewId)
                : new UnknownLesson(lesson);

        var (roster, date) = (rosters.InLane(operation.Data), command.Date ?? operation.Today);
        var schoolClass =
            roster.ClassOf(command.Student, date) is { } then && roster.Leads(operation.Actor.Person, then.Id, operation.Today)
                ? then.Id
                : (ClassId?)null;
        return RemarkRules.Decide(command, date, schoolClass, operation.Today, NewId);
    }

    public Decision Decide(CorrectRemark command, Operation operation) =>
        RemarkRules.Decide(command, RemarkBook.Card(command.Remark, operation.Data)!);

    public Decision Decide(WithdrawRemark command, Operation operation) =>
        RemarkRules.Decide(command, RemarkBook.Card(command.Remark, operation.Data)!);
}
