using System.Text.Json.Serialization;
using Journal.Core.Classes;
using Journal.Core.School;
using Journal.Core.Writing;

namespace Journal.Core.Courses.Storage;

[JsonSerializable(typeof(JoinGroup))]
[JsonSerializable(typeof(LeaveGroup))]
[JsonSerializable(typeof(GiveLoad))]
[JsonSerializable(typeof(EndLoad))]
[JsonSerializable(typeof(LockTerm))]
[JsonSerializable(typeof(UnlockTerm))]
[JsonSerializable(typeof(ChangeSettings))]
[JsonSerializable(typeof(AdoptRegulation))]
[JsonSerializable(typeof(PlaceRooms))]
internal sealed partial class StructureCommandsJson : JsonSerializerContext;

/// <summary>The commands of the school, its classes and courses and who decides them.</summary>
internal static class StructureCommands
{
    public static CommandBook AddStructure(this CommandBook commands, RosterSource rosters)
    {
        var handlers = new StructureHandlers(rosters);
        return commands
            .Add(StructureCommandsJson.Default.JoinGroup, handlers)
            .Add(StructureCommandsJson.Default.LeaveGroup, handlers)
            .Add(StructureCommandsJson.Default.GiveLoad, handlers)
            .Add(StructureCommandsJson.Default.EndLoad, handlers)
            .Add(StructureCommandsJson.Default.LockTerm, handlers)
            .Add(StructureCommandsJson.Default.UnlockTerm, handlers)
            .Add(StructureCommandsJson.Default.ChangeSettings, handlers)
            .Add(StructureCommandsJson.Default.AdoptRegulation, new RegulationHandler(rosters))
            .Add(StructureCommandsJson.Default.PlaceRooms, new RoomHandler(rosters));
    }
}
