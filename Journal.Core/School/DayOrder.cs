using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.School;

public enum DayMode
{
    /// <summary>Nobody comes, nothing is taught.</summary>
    NoLessons = 1,

    /// <summary>The lessons are given at a distance.</summary>
    Distance,

    /// <summary>Lessons are given; whoever stays at home is excused.</summary>
    ParentsDecide,

    /// <summary>The day has the lessons of another day of the week, or other bells (hard day 19).</summary>
    RunsAs,
}

/// <summary>«Суббота как понедельник, неделя А, короткие звонки».</summary>
/// <param name="Week">A or B; every takes the week the day is in.</param>
/// <param name="Bells">Null: the usual ones.</param>
public sealed record DayPattern(DayOfWeek Weekday, WeekKind Week, BellScheduleId? Bells);

/// <summary>One order that takes a day out of the timetable for some classes: frost, quarantine (hard day 18).</summary>
/// <param name="Number">Of the order, as it is to stand beside what it excuses.</param>
/// <param name="Cause">In a sentence that families read too.</param>
/// <param name="Pattern">What the day runs as, where it does.</param>
public sealed record DayOrder(
    DayOrderId Id,
    DateOnly Date,
    ImmutableArray<ClassId> Classes,
    DayMode Mode,
    string Number,
    string Cause,
    DayPattern? Pattern = null
)
{
    public const int LongestCause = 200;

    /// <summary>Of the same wording, over the same classes.</summary>
    public bool Equals(DayOrder? other) =>
        other is not null
        && (Id, Date, Mode, Number, Cause, Pattern) == (other.Id, other.Date, other.Mode, other.Number, other.Cause, other.Pattern)
        && Classes.AsSpan().SequenceEqual(other.Classes.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Date, Mode, Number, Cause, Classes.Length);
}

/// <summary>An order and when it was given: the Seq, by whom and at what moment.</summary>
public sealed record DayOrderNow(DayOrder What, long Version, PersonId By, DateTimeOffset At);

/// <summary>Gives the order for a day. What is written down of it already stays.</summary>
/// <param name="Pattern">What it runs as; of that mode only.</param>
public sealed record OrderDay(
    DateOnly Date,
    IReadOnlyList<ClassId> Classes,
    DayMode Mode,
    string Number,
    string Cause,
    DayPattern? Pattern = null
) : Command
{
    /// <summary>So far back: an order that came late.</summary>
    public const int MostDaysBack = 14;

    public const int MostDaysAhead = 60;
}

/// <summary>It does not hold any more: lessons that nobody has touched since are again what they were.</summary>
public sealed record RevokeDayOrder(DayOrderId Order, long Expected) : Command;

/// <summary>Everybody hears of it.</summary>
public sealed record DayOrdered(DayOrder Order) : JournalEvent;

public sealed record DayOrderRevoked(DayOrder Order) : JournalEvent;

public sealed record OrderNumberMissing : Refusal;

/// <summary>It does not say what the day runs as, or the school has no such bells.</summary>
public sealed record PatternMissing : Refusal;

public sealed record OrderCauseMissing : Refusal;

public sealed record OrderCauseUnfit(int Longest) : Refusal;

public sealed record NoClassNamed : Refusal;

/// <summary>Too long ago, or too far ahead.</summary>
public sealed record OrderDayOutOfRange(DateOnly Date, DateOnly From, DateOnly To) : Refusal;

/// <summary>Some of the classes have an order for this day already.</summary>
public sealed record DayOrderedAlready(string Number, DateOnly Date) : Refusal;

public sealed record UnknownDayOrder(DayOrderId Order) : Refusal;

/// <summary>What is wrong with an order as it is worded.</summary>
public static class DayOrderRules
{
    public static Refusal? Unfit(OrderDay command, DateOnly today)
    {
        if (command.Classes.Count == 0)
            return new NoClassNamed();
        if (command.Mode is DayMode.RunsAs != command.Pattern is not null)
            return new PatternMissing();
        if (OrderNumber.Tidy(command.Number) is null)
            return new OrderNumberMissing();
        if (!OrderNumber.IsFit(command.Number))
            return new OrderNumberUnfit(OrderNumber.Longest);
        if (string.IsNullOrWhiteSpace(command.Cause))
            return new OrderCauseMissing();
        if (command.Cause.Trim().Length > DayOrder.LongestCause || !SchoolSettings.IsReadableLine(command.Cause.Trim()))
            return new OrderCauseUnfit(DayOrder.LongestCause);

        var (from, to) = (today.AddDays(-OrderDay.MostDaysBack), today.AddDays(OrderDay.MostDaysAhead));
        return command.Date < from || command.Date > to ? new OrderDayOutOfRange(command.Date, from, to) : null;
    }
}
