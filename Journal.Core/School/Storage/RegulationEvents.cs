using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.School.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(RegulationAdopted))]
internal sealed partial class RegulationJson : JsonSerializerContext;

/// <summary>The events of the regulation: their names in the log and the rows that follow from them.</summary>
internal static class RegulationEvents
{
    private static readonly DeadlineRule Nothing = new(default, 0, default, default);

    public static EventBook AddRegulation(this EventBook events) =>
        events.Add("regulation.adopted", RegulationJson.Default.RegulationAdopted, Write);

    private static void Write(RegulationAdopted e, Recording to)
    {
        var version = e.After;
        to.Rows.Put(
            new RegulationRow
            {
                From = version.From,
                Order = version.Order,
                OrderDate = version.OrderDate,
                Version = to.Seq,
            }
        );
        // The version it takes the place of may have had more of them.
        to.Rows.RemoveAllLike(Row(version, 0, Nothing));
        for (var place = 0; place < version.Rules.Length; place++)
            to.Rows.Add(Row(version, place, version.Rules[place]));
    }

    private static DeadlineRuleRow Row(RegulationVersion version, int place, DeadlineRule rule) =>
        new()
        {
            Regulation = version.From,
            Place = place,
            Kind = (int)rule.Kind,
            Length = rule.Length,
            Unit = (int)rule.Unit,
            CountedFrom = (int)rule.From,
            FromGrade = rule.Grades?.From,
            ToGrade = rule.Grades?.To,
            WorkType = rule.WorkType?.Value,
            Form = (int?)rule.Form,
            Everybody = rule.Everybody,
        };
}
