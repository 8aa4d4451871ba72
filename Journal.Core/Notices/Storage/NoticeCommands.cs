using System.Text.Json.Serialization;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Homework;
using Journal.Core.Homework.Storage;
using Journal.Core.Lessons.Storage;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Notices.Storage;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TellAbsence))]
[JsonSerializable(typeof(WithdrawNotice))]
[JsonSerializable(typeof(AnswerNotice))]
internal sealed partial class NoticeCommandsJson : JsonSerializerContext;

/// <summary>The commands of this folder and who decides them.</summary>
internal static class NoticeCommands
{
    public static CommandBook AddNotices(this CommandBook commands, JournalPages pages, RosterSource rosters)
    {
        var handlers = new NoticeHandlers(pages, rosters);
        return commands
            .Add(NoticeCommandsJson.Default.TellAbsence, handlers)
            .Add(NoticeCommandsJson.Default.WithdrawNotice, handlers)
            .Add(NoticeCommandsJson.Default.AnswerNotice, handlers);
    }
}

internal sealed class NoticeHandlers(JournalPages pages, RosterSource rosters)
    : IHandler<TellAbsence>,
        IHandler<WithdrawNotice>,
        IHandler<AnswerNotice>
{
    public Decision Decide(TellAbsence command, Operation operation)
    {
        if (command.File is { } file && !IsBrought(file, operation))
            return new UnknownHomeworkFile(file.Id);

        return NoticeRules.Decide(
            command,
            operation.Today,
            rosters.InLane(operation.Data).ClassOf(command.Student, operation.Today)?.Id,
            // What another guardian has told is between that one and the school.
            NoticeBook.Of(command.Student, operation.Data.Db).Where(one => one.Told.By == operation.Actor.Person),
            () => new NoticeId(operation.Data.NewId<NoticeRow>())
        );
    }

    public Decision Decide(WithdrawNotice command, Operation operation) =>
        NoticeRules.Decide(command, NoticeBook.Card(command.Notice, operation.Data.Db)!);

    public Decision Decide(AnswerNotice command, Operation operation)
    {
        if (NoticeBook.Card(command.Notice, operation.Data.Db) is not { } now || now.Notice.Student != command.Student)
            return new UnknownNotice(command.Notice);

        return NoticeRules.Decide(command, now, rosters.InLane(operation.Data).Codes, reason => Reasons(now.Notice, reason, operation));
    }

    // A term that is closed meanwhile keeps its absences as they are.
    private IEnumerable<JournalEvent> Reasons(AbsenceNotice notice, AbsenceReason reason, Operation operation)
    {
        var explain = new ExplainAbsences(notice.Student, [], reason.Code, reason.Document);
        foreach (var (course, lesson) in Missed(notice, operation))
        {
            if (pages.PageOf(course, lesson, operation.Data) is not { } page || page.HasReason(lesson, notice.Student))
                continue;

            foreach (var fact in page.Decide(explain, new AbsenceAt(course, lesson, page.ReasonVersion(lesson, notice.Student))).Events)
                yield return fact;
        }
    }

    private static (CourseId Course, LessonId Lesson)[] Missed(AbsenceNotice notice, Operation operation)
    {
        var db = operation.Data.Db;
        var cells =
            from cell in db.Set<AttendanceRow>()
            join lesson in db.Set<LessonRow>() on cell.Lesson equals lesson.Id
            where cell.Student == notice.Student.Value && cell.Code != null
            where lesson.Date >= notice.From && lesson.Date <= notice.To
            orderby lesson.Date, lesson.Number, lesson.Id
            select new { lesson.Course, lesson.Id };
        return [.. cells.AsEnumerable().Select(one => (new CourseId(one.Course), new LessonId(one.Id)))];
    }

    private static bool IsBrought(HomeworkFile file, Operation operation) =>
        operation.Data.Db.Set<UploadRow>().FirstOrDefault(row => row.File == file.Id && row.By == operation.Actor.Person.Value) is { } row
        && file == new HomeworkFile(row.File, row.Name, row.Size, row.Type, row.Hash);
}

/// <summary>The reasons that confirmed notices give.</summary>
internal sealed class ConfirmedNotices : IKnownReasons
{
    public AbsenceReason? Of(StudentId student, DateOnly day, Operation operation)
    {
        var db = operation.Data.Db;
        var reasons =
            from row in db.Set<NoticeRow>()
            join state in db.Set<NoticeStateRow>() on row.Id equals state.Notice
            where row.Student == student.Value && row.From <= day && row.To >= day
            where state.State == (int)NoticeState.Confirmed && state.Code != null
            orderby state.Version descending
            select new { state.Code, state.Document };
        return reasons.FirstOrDefault() is { } known ? new AbsenceReason(new(known.Code!.Value), known.Document) : null;
    }
}
