using System.Text.Json.Serialization;
using Journal.Core.Basics;
using Journal.Core.Persistence;

namespace Journal.Core.Lessons.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(LessonScheduled))]
[JsonSerializable(typeof(LessonRecorded))]
internal sealed partial class LessonsJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class LessonsEvents
{
    public static EventBook AddLessons(this EventBook events) =>
        events
            .Add(LessonKinds.Scheduled, LessonsJson.Default.LessonScheduled, Write)
            .Add(LessonKinds.Recorded, LessonsJson.Default.LessonRecorded, Write);

    private static void Write(LessonScheduled e, Recording to)
    {
        to.Rows.Put(
            new LessonRow
            {
                Id = e.Lesson.Value,
                Course = e.Course.Value,
                Term = e.Term.Value,
                Date = e.Date,
                Number = e.Number,
                Status = (int)LessonStatus.Planned,
            }
        );
        if (e.DefaultWork is { } work)
            to.Rows.Put(Row(e.Course, e.Term, work, removed: false, to.Seq));
    }

    private static void Write(LessonRecorded e, Recording to)
    {
        var lesson = e.After;
        to.Rows.Put(
            new LessonRow
            {
                Id = lesson.Id.Value,
                Course = e.Course.Value,
                Term = e.Term.Value,
                Date = lesson.Date,
                Number = lesson.Number,
                Status = (int)lesson.Status,
                Topic = lesson.Topic,
                Homework = lesson.Homework,
                HomeworkSince = lesson.HomeworkTimes?.Since.UtcTicks,
                HomeworkChanged = lesson.HomeworkTimes?.Changed?.UtcTicks,
                Briefing = lesson.Briefing,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
        foreach (var gone in e.Before.Teachers.Except(lesson.Teachers))
            to.Rows.Remove(new LessonTeacherRow { Lesson = lesson.Id.Value, Teacher = gone.Value });
        foreach (var teacher in lesson.Teachers)
            to.Rows.Put(new LessonTeacherRow { Lesson = lesson.Id.Value, Teacher = teacher.Value });
    }

    public static WorkRow Row(CourseId course, TermId term, Work work, bool removed, long version) =>
        new()
        {
            Id = work.Id.Value,
            Course = course.Value,
            Term = term.Value,
            Lesson = work.Lesson.Value,
            Type = work.Type.Value,
            Weight = work.Weight,
            Title = work.Title,
            Ordinal = work.Ordinal,
            IsDefault = work.IsDefault,
            DueBy = work.DueBy,
            Shown = work.Shown,
            Removed = removed,
            Version = version,
        };
}
