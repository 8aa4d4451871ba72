using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.Timetable.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(CardPlaced))]
internal sealed partial class TimetableJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class TimetableEvents
{
    public static EventBook AddTimetable(this EventBook events) => events.Add("card.placed", TimetableJson.Default.CardPlaced, Write);

    private static void Write(CardPlaced e, Recording to)
    {
        var card = e.Card;
        to.Rows.Put(
            new TimetableCardRow
            {
                Id = card.Id,
                Course = card.Course.Value,
                Weekday = (int)card.Weekday,
                Number = card.Number,
                Week = (int)card.Week,
                Room = card.Room,
                From = card.From,
                To = card.To,
            }
        );
    }
}
