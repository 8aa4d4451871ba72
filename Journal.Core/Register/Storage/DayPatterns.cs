using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.School;
using Journal.Core.Timetable.Storage;

namespace Journal.Core.Register.Storage;

/// <summary>What the timetable's cards have for the day of the week that a day runs as.</summary>
internal static class DayPatterns
{
    public static ImmutableArray<PatternLesson> Of(JournalDb db, Roster roster, DayOrder order)
    {
        var weekday = (int)order.Pattern!.Weekday;
        var works = DefaultWorks(db);
        return
        [
            .. db.Set<TimetableCardRow>()
                .Where(card => card.Weekday == weekday && card.From <= order.Date && (card.To == null || card.To >= order.Date))
                .OrderBy(card => card.Course)
                .ThenBy(card => card.Number)
                .AsEnumerable()
                .Where(card => roster.ClassesOf(new CourseId(card.Course)).All(order.Classes.Contains))
                .Where(card => Falls(roster, card, order))
                .DistinctBy(card => (card.Course, card.Number))
                .Select(card => Lesson(roster, card, order.Date, works))
                .OfType<PatternLesson>(),
        ];
    }

    private static bool Falls(Roster roster, TimetableCardRow card, DayOrder order)
    {
        if ((WeekKind)card.Week is WeekKind.Every)
            return true;

        var asked = order.Pattern!.Week;
        var week = asked is WeekKind.Every ? roster.CalendarOf(new CourseId(card.Course), 6).WeekOf(order.Date) : asked;
        return (WeekKind)card.Week == week;
    }

    // A course that is not running on this day has no term for the lesson.
    private static PatternLesson? Lesson(
        Roster roster,
        TimetableCardRow card,
        DateOnly date,
        Dictionary<int, (WorkTypeId Type, int Weight)> works
    )
    {
        var course = new CourseId(card.Course);
        return roster.TermsOf(course).FirstOrDefault(term => term.Starts <= date && date <= term.Ends) is { } term
            ? new(course, term.Id, card.Number, works.TryGetValue(card.Course, out var work) ? work : null)
            : null;
    }

    // As the course's lessons have it: where no marks are given there is none.
    internal static Dictionary<int, (WorkTypeId Type, int Weight)> DefaultWorks(JournalDb db) =>
        db.Set<WorkRow>()
            .Where(work => work.IsDefault)
            .GroupBy(work => new
            {
                work.Course,
                work.Type,
                work.Weight,
            })
            .Select(kind => kind.Key)
            .AsEnumerable()
            .GroupBy(kind => kind.Course)
            .ToDictionary(kinds => kinds.Key, kinds => (new WorkTypeId(kinds.First().Type), kinds.First().Weight));
}
