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
[JsonSerializable(typeof(LessonPlanSet))]
internal sealed partial class LessonsJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class LessonsEvents
{
    public static EventBook AddLessons(this EventBook events) =>
        events
            .Add("lesson.scheduled", LessonsJson.Default.LessonScheduled, Write)
            .Add(LessonKinds.Recorded, LessonsJson.Default.LessonRecorded, Write)
            .Add("lesson-plan.set", LessonsJson.Default.LessonPlanSet, Write);

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

    private static void Write(LessonPlanSet e, Recording to)
    {
        var rows = e.Topics.Select((topic, i) => Row(e.Course, i + 1, topic));
        to.Rows.RemoveAllLike(Row(e.Course, 0, ""));
        foreach (var row in rows)
            to.Rows.Put(row);
    }

    private static PlanTopicRow Row(CourseId course, int number, string topic) =>
        new()
        {
            Course = course.Value,
            Number = number,
            Topic = topic,
        };

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
