using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Notices;

/// <summary>
/// The class teacher confirms a notice or declines it, and may answer anew: a child who is back is no longer expected to be absent. Confirming also puts the reason of the student's absences in these days that have none, as
/// one whole; those that are recorded later get it when they are.
/// </summary>
/// <param name="Code">Of the reason; null where the school knows none that fits.</param>
/// <param name="Document">What is written beside the reason.</param>
/// <param name="Text">To the guardian; of a declined one why.</param>
/// <param name="Expected">The version of the notice that was on the screen.</param>
public sealed record AnswerNotice(
    StudentId Student,
    NoticeId Notice,
    bool Confirmed,
    AttendanceCodeId? Code,
    string? Document,
    string? Text,
    long Expected
) : Command;

/// <param name="Known">Null of a declined one.</param>
public sealed record NoticeAnswered(NoticeId Notice, StudentId Student, ClassId Class, bool Confirmed, AbsenceReason? Known, string? Answer)
    : JournalEvent
{
    protected override Concern Concerned => new(Class: Class, Student: Student);
}

public sealed record UnknownNotice(NoticeId Notice) : Refusal;

/// <summary>Whoever told it is told why it is not accepted.</summary>
public sealed record NoticeAnswerMissing : Refusal;

/// <summary>Somebody was faster: it was answered, or taken back.</summary>
public sealed record NoticeConflict(NoticeCard Now) : Refusal, IConflict;

public static partial class NoticeRules
{
    /// <param name="reasons">Of the absences in these days, if it is confirmed.</param>
    public static Decision Decide(
        AnswerNotice command,
        NoticeCard now,
        IReadOnlyCollection<AttendanceCode> codes,
        Func<AbsenceReason, IEnumerable<JournalEvent>> reasons
    )
    {
        if (!command.Confirmed && Trimmed(command.Text) is null)
            return new NoticeAnswerMissing();
        if (Unfit(command.Text) is { } unfit)
            return unfit;
        if (command.Confirmed && JournalPage.Unfit(command.Code, command.Document, codes) is { } wrong)
            return wrong;

        var known = command is { Confirmed: true, Code: { } code } ? new AbsenceReason(code, Trimmed(command.Document)) : null;
        var state = command.Confirmed ? NoticeState.Confirmed : NoticeState.Declined;
        if (now.State == state && now.Known == known && now.Answer == Trimmed(command.Text))
            return Decision.Already(now.Version);
        if (now.State == NoticeState.Withdrawn || now.Version != command.Expected)
            return new NoticeConflict(now);

        var notice = now.Notice;
        var answered = new NoticeAnswered(notice.Id, notice.Student, notice.Class, command.Confirmed, known, Trimmed(command.Text));
        return Decision.Facts([.. known is null ? [] : reasons(known), answered]);
    }
}
