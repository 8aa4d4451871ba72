using System.Text.Json.Serialization;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.School;

namespace Journal.Core.Courses;

public enum TeacherAbsenceCause
{
    Ill = 1,
    Trip,
    Training,
    Leave,
    Other,
}

/// <summary>Days on which a teacher is away: the own countdowns sleep (R26), and the lessons wait for a substitute (hard day 17).</summary>
/// <param name="To">The last day.</param>
public sealed record TeacherAbsence(
    TeacherAbsenceId Id,
    PersonId Teacher,
    DateOnly From,
    DateOnly To,
    TeacherAbsenceCause Cause,
    string? Order
)
{
    /// <summary>A year, the leap day included.</summary>
    public const int LongestDays = 366;

    [JsonIgnore]
    public DaySpan Days => new(From, To);
}

/// <summary>An absence and its last change: the Seq, by whom and when.</summary>
public sealed record TeacherAbsenceNow(TeacherAbsence What, long Version, PersonId By, DateTimeOffset At);

/// <summary>Says that a teacher is away on these days, or corrects what was said.</summary>
/// <param name="Absence">Null: a new one.</param>
/// <param name="Expected">The version that was on the screen; 0 for a new one.</param>
public sealed record RecordTeacherAbsence(
    TeacherAbsenceId? Absence,
    PersonId Teacher,
    DateOnly From,
    DateOnly To,
    TeacherAbsenceCause Cause,
    string? Order,
    long Expected
) : Command;

/// <summary>Takes it back: it was recorded by mistake.</summary>
public sealed record RevokeTeacherAbsence(TeacherAbsenceId Absence, long Expected) : Command;

/// <summary>Why somebody is away is told to nobody but who substitutes are arranged by.</summary>
public sealed record TeacherAbsenceRecorded(TeacherAbsence? Before, TeacherAbsence After) : JournalEvent
{
    protected override Concern Concerned => new(Person: After.Teacher);
}

public sealed record TeacherAbsenceRevoked(TeacherAbsence Before) : JournalEvent
{
    protected override Concern Concerned => new(Person: Before.Teacher);
}

public sealed record UnknownTeacherAbsence(TeacherAbsenceId Absence) : Refusal;

/// <summary>This person gives no lessons.</summary>
public sealed record NotATeacher(PersonId Person) : Refusal;

/// <summary>It ends before it begins, or is longer than a year.</summary>
public sealed record AbsenceDaysWrong(DateOnly From, DateOnly To, int Most) : Refusal;

/// <summary>The same teacher is away on some of these days already.</summary>
public sealed record AbsencesOverlap(DateOnly From, DateOnly To) : Refusal;

/// <summary>Somebody was faster.</summary>
public sealed record TeacherAbsenceConflict(TeacherAbsenceNow? Now) : Refusal, IConflict;

public sealed partial record Roster
{
    public Decision Decide(RecordTeacherAbsence command, Func<TeacherAbsenceId> id)
    {
        if (!LoadsOfTeacher.Contains(command.Teacher))
            return new NotATeacher(command.Teacher);
        if (command.To < command.From || command.To.DayNumber - command.From.DayNumber >= TeacherAbsence.LongestDays)
            return new AbsenceDaysWrong(command.From, command.To, TeacherAbsence.LongestDays);
        if (!OrderNumber.IsFit(command.Order))
            return new OrderNumberUnfit(OrderNumber.Longest);
        var now = command.Absence is { } asked ? AbsenceOf(command.Teacher, asked) : null;
        if (command.Absence is { } missed && now is null)
            return new UnknownTeacherAbsence(missed);

        var after = new TeacherAbsence(
            now?.What.Id ?? default,
            command.Teacher,
            command.From,
            command.To,
            command.Cause,
            OrderNumber.Tidy(command.Order)
        );
        if (now is not null && now.What == after)
            return Decision.Already(now.Version);
        if ((now?.Version ?? 0) != command.Expected)
            return new TeacherAbsenceConflict(now);
        if (
            AbsencesOf[command.Teacher].FirstOrDefault(one => one.What.Id != now?.What.Id && one.What.Days.Touches(after.From, after.To)) is
            { } other
        )
            return new AbsencesOverlap(other.What.From, other.What.To);

        return new TeacherAbsenceRecorded(now?.What, now is null ? after with { Id = id() } : after);
    }

    public Decision Decide(RevokeTeacherAbsence command)
    {
        if (AbsencesOf.SelectMany(all => all).FirstOrDefault(one => one.What.Id == command.Absence) is not { } now)
            return new UnknownTeacherAbsence(command.Absence);

        return now.Version == command.Expected ? new TeacherAbsenceRevoked(now.What) : new TeacherAbsenceConflict(now);
    }

    /// <summary>Whether the teacher is away on this day.</summary>
    public bool IsAway(PersonId teacher, DateOnly on) => AbsencesOf[teacher].Any(one => one.What.Days.Contains(on));

    private TeacherAbsenceNow? AbsenceOf(PersonId teacher, TeacherAbsenceId id) =>
        AbsencesOf[teacher].FirstOrDefault(one => one.What.Id == id);
}
