using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.School.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ScaleAdded))]
[JsonSerializable(typeof(AttendanceCodeAdded))]
[JsonSerializable(typeof(WorkTypeAdded))]
internal sealed partial class CatalogueJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class CatalogueEvents
{
    public static EventBook AddCatalogue(this EventBook events) =>
        events
            .Add("scale.added", CatalogueJson.Default.ScaleAdded, Write)
            .Add("attendance-code.added", CatalogueJson.Default.AttendanceCodeAdded, Write)
            .Add("work-type.added", CatalogueJson.Default.WorkTypeAdded, Write);

    private static void Write(ScaleAdded e, Recording to)
    {
        to.Rows.Put(new ScaleRow { Id = e.Scale.Id.Value, Name = e.Scale.Name });
        foreach (var value in e.Scale.Values)
        {
            to.Rows.Put(
                new ScaleValueRow
                {
                    Scale = e.Scale.Id.Value,
                    Code = value.Code,
                    Text = value.Text,
                    Hundredths = value.Hundredths,
                    Level = (int)value.Level,
                    InUse = value.InUse,
                    TermOnly = value.TermOnly,
                }
            );
        }
    }

    private static void Write(AttendanceCodeAdded e, Recording to) =>
        to.Rows.Put(
            new AttendanceCodeRow
            {
                Id = e.Code.Id.Value,
                Letter = e.Code.Letter,
                Title = e.Code.Title,
                Kind = (int)e.Code.Kind,
                CountsAsMissed = e.Code.CountsAsMissed,
                PrintAs = e.Code.PrintAs,
            }
        );

    private static void Write(WorkTypeAdded e, Recording to) =>
        to.Rows.Put(
            new WorkTypeRow
            {
                Id = e.WorkType.Id.Value,
                Name = e.WorkType.Name,
                Sign = e.WorkType.Sign,
                Weight = e.WorkType.Weight,
            }
        );
}
