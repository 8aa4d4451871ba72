using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.School.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(DayOrdered))]
[JsonSerializable(typeof(DayOrderRevoked))]
internal sealed partial class DayOrderJson : JsonSerializerContext;

/// <summary>Orders for a day: names in the log and the rows that follow from them.</summary>
internal static class DayOrderEvents
{
    public static EventBook AddDayOrders(this EventBook events) =>
        events
            .Add("day.ordered", DayOrderJson.Default.DayOrdered, (e, to) => Write(e.Order, revoked: false, to))
            .Add("day-order.revoked", DayOrderJson.Default.DayOrderRevoked, (e, to) => Write(e.Order, revoked: true, to));

    private static void Write(DayOrder order, bool revoked, Recording to)
    {
        to.Rows.Put(
            new DayOrderRow
            {
                Id = order.Id.Value,
                Date = order.Date,
                Mode = (int)order.Mode,
                Number = order.Number,
                Cause = order.Cause,
                Weekday = (int?)order.Pattern?.Weekday,
                Week = (int?)order.Pattern?.Week,
                Bells = order.Pattern?.Bells?.Value,
                Revoked = revoked,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
        foreach (var one in order.Classes)
            to.Rows.Put(new DayOrderClassRow { Order = order.Id.Value, Class = one.Value });
    }
}
