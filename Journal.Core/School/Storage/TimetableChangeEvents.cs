using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.School.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(TimetableChanged))]
[JsonSerializable(typeof(RoomPlaced))]
internal sealed partial class TimetableChangeJson : JsonSerializerContext;

/// <summary>Changes of the timetable as a whole, and rooms: names in the log and the rows that follow from them.</summary>
internal static class TimetableChangeEvents
{
    public static EventBook AddTimetableChanges(this EventBook events) =>
        events
            .Add("timetable.changed", TimetableChangeJson.Default.TimetableChanged, Write)
            .Add(
                "room.placed",
                TimetableChangeJson.Default.RoomPlaced,
                (e, to) => to.Rows.Put(new RoomRow { Name = e.Room, Building = e.Building })
            );

    private static void Write(TimetableChanged e, Recording to)
    {
        to.Rows.Put(
            new TimetableChangeRow
            {
                Seq = to.Seq,
                From = e.From,
                To = e.To,
                Note = e.Note,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
        foreach (var one in e.Classes)
            to.Rows.Put(new TimetableChangeClassRow { Change = to.Seq, Class = one.Value });
    }
}
