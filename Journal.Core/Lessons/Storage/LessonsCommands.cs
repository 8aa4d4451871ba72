using System.Text.Json.Serialization;
using Journal.Core.Courses.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Lessons.Storage;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SetPlan))]
[JsonSerializable(typeof(ApprovePlan))]
internal sealed partial class LessonsCommandsJson : JsonSerializerContext;

/// <summary>The commands of the lesson plan and who decides them.</summary>
internal static class LessonsCommands
{
    public static CommandBook AddLessons(this CommandBook commands, RosterSource rosters)
    {
        var handlers = new PlanHandlers(rosters);
        return commands.Add(LessonsCommandsJson.Default.SetPlan, handlers).Add(LessonsCommandsJson.Default.ApprovePlan, handlers);
    }
}
