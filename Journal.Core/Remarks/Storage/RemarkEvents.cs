using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.Remarks.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(RemarkWritten))]
[JsonSerializable(typeof(RemarkCorrected))]
[JsonSerializable(typeof(RemarkWithdrawn))]
internal sealed partial class RemarksJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class RemarkEvents
{
    public static EventBook AddRemarks(this EventBook events) =>
        events
            .Add(RemarkKinds.Written, RemarksJson.Default.RemarkWritten, Write)
            .Add(RemarkKinds.Corrected, RemarksJson.Default.RemarkCorrected, Write)
            .Add(RemarkKinds.Withdrawn, RemarksJson.Default.RemarkWithdrawn, Write);

    private static void Write(RemarkWritten e, Recording to)
    {
        to.Rows.Put(
            new RemarkRow
            {
                Id = e.Remark.Id.Value,
                Student = e.Remark.Student.Value,
                Class = e.Remark.Class.Value,
                Course = e.Remark.Course?.Value,
                Lesson = e.Remark.Lesson?.Value,
                Date = e.Remark.Date,
                Seq = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
        to.Rows.Put(Row(e.Remark, e.Words, withdrawn: false, to));
    }

    private static void Write(RemarkCorrected e, Recording to) => to.Rows.Put(Row(e.Remark, e.After, withdrawn: false, to));

    private static void Write(RemarkWithdrawn e, Recording to) => to.Rows.Put(Row(e.Remark, e.Before, withdrawn: true, to));

    private static RemarkWordsRow Row(Remark remark, RemarkWords words, bool withdrawn, Recording to) =>
        new()
        {
            Remark = remark.Id.Value,
            Kind = (int)words.Kind,
            Text = words.Text,
            Withdrawn = withdrawn,
            Version = to.Seq,
            By = to.Actor.Value,
            At = to.At.UtcTicks,
        };
}
