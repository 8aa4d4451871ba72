using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Timetable;

/// <summary>A card of a course's timetable: one period a week, or every other week (half an hour a week), from a date on.</summary>
public sealed record CardSlot(DayOfWeek Day, int Number, WeekKind Week, DateOnly From, DateOnly? To)
{
    public bool Falls(DateOnly date, WeekKind week) =>
        date.DayOfWeek == Day && From <= date && (To is null || date <= To) && (Week == WeekKind.Every || Week == week);
}

/// <summary>A lesson the timetable asks for.</summary>
public readonly record struct LessonDay(DateOnly Date, int Number, TermId Term);

public static class LessonDays
{
    /// <summary>The whole year's lessons of one course, by date and then by number; two cards on one slot are one lesson.</summary>
    public static IReadOnlyList<LessonDay> Of(IReadOnlyCollection<CardSlot> cards, SchoolCalendar calendar) =>
        [.. calendar.Terms.SelectMany(term => Of(cards, calendar, term.Starts, term.Ends)).Distinct()];

    public static IEnumerable<LessonDay> Of(IReadOnlyCollection<CardSlot> cards, SchoolCalendar calendar, DateOnly from, DateOnly to)
    {
        foreach (var day in calendar.SchoolDays(from, to))
        {
            var week = calendar.WeekOf(day);
            var numbers = cards.Where(card => card.Falls(day, week)).Select(card => card.Number).Distinct().Order();
            foreach (var number in numbers)
                yield return new LessonDay(day, number, calendar.TermOf(day)!.Id);
        }
    }
}
