using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>These rooms are in a building (корпус); without one they are where all the others are.</summary>
public sealed record PlaceRooms(string? Building, IReadOnlyList<string> Rooms) : Command
{
    public const int LongestBuilding = 60;

    public const int LongestRoom = 20;

    public const int MostRooms = 300;
}

public sealed record RoomPlaced(string Room, string? Building) : JournalEvent;

/// <summary>No room, too many of them, or a name that is too long.</summary>
public sealed record RoomsUnfit(int LongestRoom, int LongestBuilding) : Refusal;

public static class RoomRules
{
    /// <summary>A lesson in another building needs a break of so many minutes before it.</summary>
    public const int MinutesBetweenBuildings = 15;

    public static Refusal? Unfit(PlaceRooms command)
    {
        var fits =
            command.Rooms.Count is > 0 and <= PlaceRooms.MostRooms
            && command.Rooms.All(room => IsFit(room, PlaceRooms.LongestRoom))
            && (Tidy(command.Building) is not { } building || IsFit(building, PlaceRooms.LongestBuilding));
        return fits ? null : new RoomsUnfit(PlaceRooms.LongestRoom, PlaceRooms.LongestBuilding);
    }

    public static string? Tidy(string? typed) => typed?.Trim() is { Length: > 0 } name ? name : null;

    private static bool IsFit(string name, int longest) =>
        name.Trim().Length > 0 && name.Trim().Length <= longest && SchoolSettings.IsReadableLine(name);
}
