using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.Courses.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(LessonSubstituted))]
[JsonSerializable(typeof(TeacherAbsenceRecorded))]
[JsonSerializable(typeof(TeacherAbsenceRevoked))]
internal sealed partial class SubstitutionJson : JsonSerializerContext;

/// <summary>Who is away and who stands in: names in the log and the rows that follow from them.</summary>
internal static class SubstitutionEvents
{
    public static EventBook AddSubstitutions(this EventBook events) =>
        events
            .Add("lesson.substituted", SubstitutionJson.Default.LessonSubstituted, Write)
            .Add("teacher-absence.recorded", SubstitutionJson.Default.TeacherAbsenceRecorded, Write)
            .Add("teacher-absence.revoked", SubstitutionJson.Default.TeacherAbsenceRevoked, Write);

    private static void Write(LessonSubstituted e, Recording to)
    {
        if (e.After is { } after)
            to.Rows.Put(Row(after, to));
        else if (e.Before is { } before)
            to.Rows.Remove(Row(before, to));
    }

    private static void Write(TeacherAbsenceRecorded e, Recording to) => to.Rows.Put(Row(e.After, revoked: false, to));

    private static void Write(TeacherAbsenceRevoked e, Recording to) => to.Rows.Put(Row(e.Before, revoked: true, to));

    private static SubstitutionRow Row(Substitution one, Recording to) =>
        new()
        {
            Lesson = one.Lesson.Value,
            Course = one.Course.Value,
            Date = one.Date,
            Number = one.Number,
            Teacher = one.Teacher.Value,
            Kind = (int)one.Kind,
            Confirmed = one.Confirmed,
            With = one.With?.Value,
            Order = one.Order,
            Version = to.Seq,
            By = to.Actor.Value,
            At = to.At.UtcTicks,
        };

    private static TeacherAbsenceRow Row(TeacherAbsence one, bool revoked, Recording to) =>
        new()
        {
            Id = one.Id.Value,
            Teacher = one.Teacher.Value,
            From = one.From,
            To = one.To,
            Cause = (int)one.Cause,
            Order = one.Order,
            Revoked = revoked,
            Version = to.Seq,
            By = to.Actor.Value,
            At = to.At.UtcTicks,
        };
}
