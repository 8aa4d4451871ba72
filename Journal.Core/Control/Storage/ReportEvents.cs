using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.Control.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(OmissionsReported))]
[JsonSerializable(typeof(ReportSettled))]
internal sealed partial class ReportsJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class ReportEvents
{
    public static EventBook AddReports(this EventBook events) =>
        events
            .Add("omissions.reported", ReportsJson.Default.OmissionsReported, Write)
            .Add("omissions.settled", ReportsJson.Default.ReportSettled, Write);

    private static void Write(OmissionsReported e, Recording to)
    {
        to.Rows.Put(
            new ReportRow
            {
                Id = e.Report.Value,
                Class = e.Class.Value,
                Note = e.Note,
                Seq = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
        for (var i = 0; i < e.Lines.Length; i++)
            to.Rows.Put(Row(e.Report.Value, i + 1, e.Lines[i]));
    }

    private static ReportedRow Row(int report, int number, Omission line) =>
        new()
        {
            Report = report,
            Number = number,
            Course = line.Key.Course.Value,
            Lesson = line.Key.Lesson.Value,
            Kind = (int)line.Key.Kind,
            Work = line.Key.Work?.Value,
            Date = line.Date,
            Since = line.Since.UtcTicks,
            Students = line.Students,
        };

    private static void Write(ReportSettled e, Recording to) =>
        to.Rows.Put(
            new ReportAnswerRow
            {
                Report = e.Report.Value,
                Answer = e.Answer,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
}
