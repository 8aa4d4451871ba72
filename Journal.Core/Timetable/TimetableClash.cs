using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.School;

namespace Journal.Core.Timetable;

public enum ClashKind
{
    /// <summary>Students of both courses.</summary>
    Students,

    /// <summary>A teacher of both.</summary>
    Teacher,
    Room,

    /// <summary>Somebody goes from one building to another without the time for it.</summary>
    Travel,
}

/// <summary>A new place and another one that do not go together.</summary>
/// <param name="On">The first day it happens.</param>
/// <param name="Teacher">Who is in two places, where it is a teacher.</param>
public sealed record TimetableClash(ClashKind Kind, TimetableCard Place, TimetableCard Other, DateOnly On, PersonId? Teacher = null);

/// <summary>Finds what is in two places at once: students, teachers, rooms, and who would have to be in another building.</summary>
/// <param name="cards">The whole school's, as they would be.</param>
public sealed class ClashFinder(Roster roster, IReadOnlyCollection<TimetableCard> cards)
{
    private readonly ILookup<DayOfWeek, TimetableCard> _days = cards.ToLookup(card => card.Weekday);
    private readonly Dictionary<(GroupId, DateOnly), HashSet<StudentId>> _members = [];

    /// <summary>Those of these cards, each pair once, in the order of the cards.</summary>
    public IReadOnlyList<TimetableClash> Of(IReadOnlyList<TimetableCard> placed)
    {
        var found = new List<TimetableClash>();
        var done = new HashSet<int>();
        foreach (var card in placed)
        {
            done.Add(card.Id);
            found.AddRange(
                _days[card.Weekday].Where(other => !done.Contains(other.Id)).Select(other => Clash(card, other)).OfType<TimetableClash>()
            );
        }

        return found;
    }

    private TimetableClash? Clash(TimetableCard card, TimetableCard other)
    {
        if (FirstDay(card, other) is not { } on)
            return null;
        if (!roster.AreTogether(card.Course, card.Number, other.Course, other.Number, on))
            return Travels(card, other, on) ? Shared(card, other, on, ClashKind.Travel) : null;

        return Shared(card, other, on, ClashKind.Students)
            ?? (card.Room is { } room && room == other.Room ? new TimetableClash(ClashKind.Room, card, other, on) : null);
    }

    private TimetableClash? Shared(TimetableCard card, TimetableCard other, DateOnly on, ClashKind ofStudents)
    {
        if (card.Course == other.Course || Members(card.Course, on).Overlaps(Members(other.Course, on)))
            return new(ofStudents, card, other, on);

        var kind = ofStudents is ClashKind.Travel ? ClashKind.Travel : ClashKind.Teacher;
        return Teachers(card.Course, on).Intersect(Teachers(other.Course, on)).Select(who => (PersonId?)who).FirstOrDefault() is { } who
            ? new(kind, card, other, on, who)
            : null;
    }

    // Both are in a week of the same kind, on a day on which both hold.
    private static DateOnly? FirstDay(TimetableCard card, TimetableCard other)
    {
        if (card.Week is not WeekKind.Every && other.Week is not WeekKind.Every && card.Week != other.Week)
            return null;

        var from = card.From > other.From ? card.From : other.From;
        var first = from.AddDays(((int)card.Weekday - (int)from.DayOfWeek + 7) % 7);
        return first <= (card.To ?? DateOnly.MaxValue) && first <= (other.To ?? DateOnly.MaxValue) ? first : null;
    }

    private bool Travels(TimetableCard card, TimetableCard other, DateOnly on)
    {
        if (Building(card) is not { } here || Building(other) is not { } there || here == there)
            return false;
        if (roster.BellOf(card.Course, card.Number, on) is not { } first || roster.BellOf(other.Course, other.Number, on) is not { } second)
            return false;

        var gap = first.Ends <= second.Starts ? second.Starts - first.Ends : first.Starts - second.Ends;
        return gap < TimeSpan.FromMinutes(RoomRules.MinutesBetweenBuildings);
    }

    private string? Building(TimetableCard card) => card.Room is { } room ? roster.Buildings.GetValueOrDefault(room) : null;

    private HashSet<StudentId> Members(CourseId course, DateOnly on)
    {
        var group = roster.Courses[course].Group;
        if (!_members.TryGetValue((group, on), out var members))
            _members[(group, on)] = members = [.. roster.MembersOfGroup[group].Where(one => one.Days.Contains(on)).Select(one => one.Student)];
        return members;
    }

    private IEnumerable<PersonId> Teachers(CourseId course, DateOnly on) =>
        roster.TeachersOfCourse[course].Where(tie => tie.Days.Contains(on)).Select(tie => tie.To);
}
