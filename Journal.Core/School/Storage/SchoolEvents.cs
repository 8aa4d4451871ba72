using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.School.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(YearOpened))]
[JsonSerializable(typeof(TermSetAdded))]
[JsonSerializable(typeof(TermAdded))]
[JsonSerializable(typeof(HolidaySetAdded))]
[JsonSerializable(typeof(HolidayAdded))]
[JsonSerializable(typeof(BellScheduleAdded))]
[JsonSerializable(typeof(BellAdded))]
[JsonSerializable(typeof(SettingsChanged))]
internal sealed partial class SchoolJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class SchoolEvents
{
    public static EventBook AddSchool(this EventBook events) =>
        events
            .Add("year.opened", SchoolJson.Default.YearOpened, Write)
            .Add("term-set.added", SchoolJson.Default.TermSetAdded, Write)
            .Add("term.added", SchoolJson.Default.TermAdded, Write)
            .Add("holiday-set.added", SchoolJson.Default.HolidaySetAdded, Write)
            .Add("holiday.added", SchoolJson.Default.HolidayAdded, Write)
            .Add("bell-schedule.added", SchoolJson.Default.BellScheduleAdded, Write)
            .Add("bell.added", SchoolJson.Default.BellAdded, Write)
            .Add("settings.changed", SchoolJson.Default.SettingsChanged, Write);

    private static void Write(YearOpened e, Recording to) =>
        to.Rows.Put(
            new YearRow
            {
                Id = e.Year.Value,
                Name = e.Name,
                Starts = e.Starts,
                Ends = e.Ends,
            }
        );

    private static void Write(TermSetAdded e, Recording to) =>
        to.Rows.Put(
            new TermSetRow
            {
                Id = e.TermSet.Value,
                Year = e.Year.Value,
                Name = e.Name,
            }
        );

    private static void Write(TermAdded e, Recording to) =>
        to.Rows.Put(
            new TermRow
            {
                Id = e.Term.Value,
                TermSet = e.TermSet.Value,
                Number = e.Number,
                Name = e.Name,
                Starts = e.Starts,
                Ends = e.Ends,
            }
        );

    private static void Write(HolidaySetAdded e, Recording to) =>
        to.Rows.Put(
            new HolidaySetRow
            {
                Id = e.HolidaySet.Value,
                Year = e.Year.Value,
                Name = e.Name,
            }
        );

    private static void Write(HolidayAdded e, Recording to) =>
        to.Rows.Put(
            new HolidayRow
            {
                HolidaySet = e.HolidaySet.Value,
                Starts = e.Starts,
                Ends = e.Ends,
                Name = e.Name,
            }
        );

    private static void Write(BellScheduleAdded e, Recording to) =>
        to.Rows.Put(new BellScheduleRow { Id = e.Schedule.Value, Name = e.Name });

    private static void Write(BellAdded e, Recording to) =>
        to.Rows.Put(
            new BellRow
            {
                Schedule = e.Schedule.Value,
                Number = e.Number,
                Starts = e.Starts,
                Ends = e.Ends,
            }
        );

    private static void Write(SettingsChanged e, Recording to) =>
        to.Rows.Put(
            new SettingsRow
            {
                Id = 1,
                Name = e.After.Name,
                MarkDays = e.After.Windows.MarkDays,
                TopicDays = e.After.Windows.TopicDays,
                MakeUpDays = e.After.Windows.MakeUpDays,
                AbsencesWaitForRoll = e.After.AbsencesWaitForRoll,
                Version = to.Seq,
            }
        );
}
