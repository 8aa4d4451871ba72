using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Register;

namespace Journal.Core.Notices;

/// <summary>A guardian tells that the child will be, or was, absent.</summary>
/// <param name="Text">What else there is to say; of another reason than the two named, the reason itself.</param>
public sealed record TellAbsence(StudentId Student, DateOnly From, DateOnly To, NoticeReason Reason, string? Text, HomeworkFile? File)
    : Command;

/// <summary>Its author takes it back, as long as nobody has answered.</summary>
public sealed record WithdrawNotice(NoticeId Notice) : Command;

public sealed record AbsenceTold(AbsenceNotice Notice) : JournalEvent
{
    protected override Concern Concerned => new(Class: Notice.Class, Student: Notice.Student);
}

public sealed record NoticeWithdrawn(NoticeId Notice, StudentId Student, ClassId Class) : JournalEvent
{
    protected override Concern Concerned => new(Class: Class, Student: Student);
}

public sealed record NoticeDaysReversed(DateOnly From, DateOnly To) : Refusal;

/// <summary>It begins too long ago, or ends too far ahead.</summary>
public sealed record NoticeDaysOutOfRange(DateOnly Earliest, DateOnly Latest) : Refusal;

public sealed record UnknownNoticeReason(int Reason) : Refusal;

/// <summary>Another reason is said in words.</summary>
public sealed record NoticeTextMissing : Refusal;

public sealed record NoticeTextTooLong(int Length, int Longest) : Refusal;

public sealed record NoticeTextUnreadable : Refusal;

/// <summary>A notice of this child that stands has all these days.</summary>
public sealed record AbsenceToldAlready(DateOnly From, DateOnly To) : Refusal;

/// <summary>The student is in no class these days.</summary>
public sealed record NoClassToTell(DateOnly Date) : Refusal;

/// <summary>The class teacher has answered it.</summary>
public sealed record NoticeAnsweredAlready(NoticeState State) : Refusal;

public static partial class NoticeRules
{
    /// <param name="schoolClass">The student's today.</param>
    /// <param name="known">The notices of the student.</param>
    public static Decision Decide(
        TellAbsence command,
        DateOnly today,
        ClassId? schoolClass,
        IEnumerable<NoticeCard> known,
        Func<NoticeId> id
    )
    {
        if (schoolClass is not { } of)
            return new NoClassToTell(today);
        if (command.To < command.From)
            return new NoticeDaysReversed(command.From, command.To);
        var (earliest, latest) = (today.AddDays(-AbsenceNotice.EarliestBack), today.AddDays(AbsenceNotice.LongestAhead));
        if (command.From < earliest || command.To > latest)
            return new NoticeDaysOutOfRange(earliest, latest);
        if (Unfit(command) is { } unfit)
            return unfit;
        if (known.FirstOrDefault(one => one.Stands && one.Notice.Covers(command.From) && one.Notice.Covers(command.To)) is { } told)
            return new AbsenceToldAlready(told.Notice.From, told.Notice.To);

        var text = Trimmed(command.Text);
        return new AbsenceTold(new(id(), command.Student, of, command.From, command.To, command.Reason, text, command.File));
    }

    public static Decision Decide(WithdrawNotice command, NoticeCard now) =>
        now.State switch
        {
            NoticeState.Withdrawn => Decision.Already(now.Version),
            NoticeState.Told => new NoticeWithdrawn(command.Notice, now.Notice.Student, now.Notice.Class),
            _ => new NoticeAnsweredAlready(now.State),
        };

    private static Refusal? Unfit(TellAbsence command)
    {
        if (!Enum.IsDefined(command.Reason))
            return new UnknownNoticeReason((int)command.Reason);
        if (command.Reason is NoticeReason.Other && Trimmed(command.Text) is null)
            return new NoticeTextMissing();

        return Unfit(command.Text);
    }

    private static Refusal? Unfit(string? text)
    {
        if (Trimmed(text) is not { } words)
            return null;
        if (words.Length > AbsenceNotice.LongestText)
            return new NoticeTextTooLong(words.Length, AbsenceNotice.LongestText);

        return CellRules.IsReadable(words) ? null : new NoticeTextUnreadable();
    }

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } words ? words : null;
}
