using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Timetable;

namespace Journal.Core.Demo;

/// <summary>Where lessons are given: every teacher has a room, those of physical education a hall.</summary>
internal static class DemoRooms
{
    private const string Sport = "физкультура";
    private const int OnAFloor = 14;

    public static IReadOnlyList<TimetableCard> Of(IReadOnlyList<TimetableCard> cards, IReadOnlyList<DemoCourse> courses)
    {
        var halls = TeachersOf(courses.Where(course => course.Subject.Area == Sport));
        var rooms = TeachersOf(courses).Except(halls).ToList();
        return [.. cards.Select(card => card with { Room = Room(courses[card.Course.Value - 1].Teachers[0]) })];

        string Room(PersonId teacher) =>
            halls.IndexOf(teacher) is >= 0 and var hall
                ? string.Create(CultureInfo.InvariantCulture, $"зал {hall + 1}")
                : Number(rooms.IndexOf(teacher));
    }

    // The floor, then the room on it.
    private static string Number(int room) =>
        string.Create(CultureInfo.InvariantCulture, $"{(room / OnAFloor) + 1}{(room % OnAFloor) + 1:00}");

    private static List<PersonId> TeachersOf(IEnumerable<DemoCourse> courses) =>
        [.. courses.Select(course => course.Teachers[0]).Distinct().OrderBy(teacher => teacher.Value)];
}
