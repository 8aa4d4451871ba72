using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Timetable;

/// <summary>A place in the week that a course is to have.</summary>
public sealed record CardPlace(CourseId Course, DayOfWeek Weekday, int Number, WeekKind Week = WeekKind.Every, string? Room = null)
{
    public const int MostNumber = 12;

    public const int LongestRoom = PlaceRooms.LongestRoom;

    /// <summary>The days on which lessons may stand.</summary>
    public static readonly ImmutableArray<DayOfWeek> Weekdays =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
    ];
}

/// <summary>
/// The timetable is another one from a day on, or for some days only; before and after them it stays what it was. Lessons that are not given yet follow, in
/// their order, with whatever was written ahead.
/// </summary>
/// <param name="To">The last day; null for good.</param>
/// <param name="Removed">Cards that hold on the first day.</param>
/// <param name="Note">An order, or a cause.</param>
/// <param name="DespiteClashes">They were shown and are meant.</param>
public sealed record ChangeTimetable(
    DateOnly From,
    DateOnly? To,
    IReadOnlyList<int> Removed,
    IReadOnlyList<CardPlace> Placed,
    string Note,
    bool DespiteClashes = false
) : Command
{
    /// <summary>So far back: a change that was written down late.</summary>
    public const int MostDaysBack = 14;

    public const int MostDaysAhead = 366;

    /// <summary>Places of a whole class, and a second time as much.</summary>
    public const int MostPlaces = 120;

    public const int LongestNote = 200;
}

/// <summary>There is nothing to change.</summary>
public sealed record NothingToChange : Refusal;

public sealed record TooManyPlaces(int Most) : Refusal;

/// <summary>Its first day is too long ago or too far ahead, or its last day is before the first.</summary>
public sealed record ChangeOutOfRange(DateOnly From, DateOnly Earliest, DateOnly Latest) : Refusal;

/// <summary>Somebody has changed the timetable meanwhile: the card does not hold on that day.</summary>
public sealed record CardNotThere(int Card, DateOnly On) : Refusal;

/// <summary>The card holds to this day only; what comes after it is changed by itself.</summary>
public sealed record CardEndsBefore(DateOnly Last) : Refusal;

/// <summary>No such weekday or number, or the room's name does not fit.</summary>
public sealed record PlaceUnfit(int MostNumber, int LongestRoom) : Refusal;

public sealed record ChangeNoteUnfit(int Longest) : Refusal;

/// <summary>Something is in two places at once.</summary>
public sealed record TimetableClashes(int Count) : Refusal;

/// <summary>What is wrong with a change as it is worded.</summary>
public static class TimetableRules
{
    public static Refusal? Unfit(ChangeTimetable command, DateOnly today)
    {
        if (command.Removed.Count == 0 && command.Placed.Count == 0)
            return new NothingToChange();
        if (command.Removed.Count > ChangeTimetable.MostPlaces || command.Placed.Count > ChangeTimetable.MostPlaces)
            return new TooManyPlaces(ChangeTimetable.MostPlaces);
        if (command.Placed.Any(IsUnfit))
            return new PlaceUnfit(CardPlace.MostNumber, CardPlace.LongestRoom);
        if (command.Note.Trim().Length > ChangeTimetable.LongestNote || !SchoolSettings.IsReadableLine(command.Note.Trim()))
            return new ChangeNoteUnfit(ChangeTimetable.LongestNote);

        var (earliest, latest) = (today.AddDays(-ChangeTimetable.MostDaysBack), today.AddDays(ChangeTimetable.MostDaysAhead));
        return command.From < earliest || command.From > latest || command.To < command.From || command.To > latest
            ? new ChangeOutOfRange(command.From, earliest, latest)
            : null;
    }

    private static bool IsUnfit(CardPlace place) =>
        place.Number is < 1 or > CardPlace.MostNumber
        || !CardPlace.Weekdays.Contains(place.Weekday)
        || !Enum.IsDefined(place.Week)
        || place.Room is { } room && (room.Trim().Length > CardPlace.LongestRoom || !SchoolSettings.IsReadableLine(room));
}
