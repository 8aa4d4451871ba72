using System.Text.Json.Serialization;
using Journal.Core.Basics;
using Journal.Core.Persistence;
using Journal.Core.Register;

namespace Journal.Core.Notices.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(AbsenceTold))]
[JsonSerializable(typeof(NoticeWithdrawn))]
[JsonSerializable(typeof(NoticeAnswered))]
internal sealed partial class NoticesJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class NoticeEvents
{
    public static EventBook AddNotices(this EventBook events) =>
        events
            .Add("absence.told", NoticesJson.Default.AbsenceTold, Write)
            .Add("notice.withdrawn", NoticesJson.Default.NoticeWithdrawn, Write)
            .Add("notice.answered", NoticesJson.Default.NoticeAnswered, Write);

    private static void Write(AbsenceTold e, Recording to)
    {
        var notice = e.Notice;
        to.Rows.Put(
            new NoticeRow
            {
                Id = notice.Id.Value,
                Student = notice.Student.Value,
                Class = notice.Class.Value,
                From = notice.From,
                To = notice.To,
                Reason = (int)notice.Reason,
                Text = notice.Text,
                Seq = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
        if (notice.File is { } file)
            to.Rows.Put(
                new NoticeFileRow
                {
                    Notice = notice.Id.Value,
                    File = file.Id,
                    Name = file.Name,
                    Size = file.Size,
                    Type = file.Type,
                    Hash = file.Hash,
                }
            );
        Put(notice.Id, NoticeState.Told, null, null, to);
    }

    private static void Write(NoticeWithdrawn e, Recording to) => Put(e.Notice, NoticeState.Withdrawn, null, null, to);

    private static void Write(NoticeAnswered e, Recording to) =>
        Put(e.Notice, e.Confirmed ? NoticeState.Confirmed : NoticeState.Declined, e.Answer, e.Known, to);

    private static void Put(NoticeId notice, NoticeState state, string? answer, AbsenceReason? known, Recording to) =>
        to.Rows.Put(
            new NoticeStateRow
            {
                Notice = notice.Value,
                State = (int)state,
                Answer = answer,
                Code = known?.Code.Value,
                Document = known?.Document,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
}
