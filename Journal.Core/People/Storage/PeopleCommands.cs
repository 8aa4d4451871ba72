using System.Text.Json.Serialization;
using Journal.Core.Writing;

namespace Journal.Core.People.Storage;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(AddPerson))]
[JsonSerializable(typeof(GrantRole))]
[JsonSerializable(typeof(RevokeRole))]
[JsonSerializable(typeof(LinkGuardian))]
[JsonSerializable(typeof(UnlinkGuardian))]
[JsonSerializable(typeof(FoundSchool))]
internal sealed partial class PeopleCommandsJson : JsonSerializerContext;

/// <summary>The commands of this folder and who decides them.</summary>
internal static class PeopleCommands
{
    public static CommandBook AddPeople(this CommandBook commands)
    {
        var handlers = new PeopleHandlers();
        return commands
            .Add(PeopleCommandsJson.Default.AddPerson, handlers)
            .Add(PeopleCommandsJson.Default.GrantRole, handlers)
            .Add(PeopleCommandsJson.Default.RevokeRole, handlers)
            .Add(PeopleCommandsJson.Default.LinkGuardian, handlers)
            .Add(PeopleCommandsJson.Default.UnlinkGuardian, handlers)
            .Add(PeopleCommandsJson.Default.FoundSchool, handlers);
    }
}
