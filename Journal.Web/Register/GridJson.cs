using System.Text.Json;
using System.Text.Json.Serialization;

namespace Journal.Web.Register;

/// <summary>
/// What is told to grid.js, as a text: given as objects, every open page would keep its own plans of how to write them, some 2 KB a type.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<CellFlash>))]
[JsonSerializable(typeof(IReadOnlyList<CrewCell>))]
[JsonSerializable(typeof(MakeUpForm))]
internal sealed partial class GridJson : JsonSerializerContext
{
    public static string Of(IReadOnlyList<CellFlash> flashes) => JsonSerializer.Serialize(flashes, Default.IReadOnlyListCellFlash);

    public static string Of(IReadOnlyList<CrewCell> standing) => JsonSerializer.Serialize(standing, Default.IReadOnlyListCrewCell);

    public static string Of(MakeUpForm form) => JsonSerializer.Serialize(form, Default.MakeUpForm);
}
