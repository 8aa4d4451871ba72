using Journal.Core.Basics;
using Journal.Core.School;
using Journal.Core.Writing;

namespace Journal.Core.Courses.Storage;

/// <summary>Says in which building rooms are.</summary>
internal sealed class RoomHandler(RosterSource rosters) : IHandler<PlaceRooms>
{
    public Decision Decide(PlaceRooms command, Operation operation)
    {
        if (RoomRules.Unfit(command) is { } unfit)
            return unfit;

        var (roster, building) = (rosters.InLane(operation.Data), RoomRules.Tidy(command.Building));
        var rooms = command.Rooms.Select(room => room.Trim()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Decision.Facts([
            .. rooms.Where(room => roster.Buildings.GetValueOrDefault(room) != building).Select(room => new RoomPlaced(room, building)),
        ]);
    }
}
