using System.Text.Json.Serialization;
using Journal.Core.Basics;
using Journal.Core.Persistence;

namespace Journal.Core.Lessons.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(LessonPlanSet))]
[JsonSerializable(typeof(PlanWritten))]
[JsonSerializable(typeof(PlanApproved))]
internal sealed partial class PlanJson : JsonSerializerContext;

/// <summary>The events of the lesson plan: their names in the log and the rows that follow from them.</summary>
internal static class PlanEvents
{
    public static EventBook AddPlans(this EventBook events) =>
        events
            .Add(LessonKinds.PlanSet, PlanJson.Default.LessonPlanSet, Write)
            .Add(LessonKinds.PlanWritten, PlanJson.Default.PlanWritten, Write)
            .Add(LessonKinds.PlanApproved, PlanJson.Default.PlanApproved, Write);

    private static void Write(LessonPlanSet e, Recording to) => Write(e.Course, e.Topics.Select(topic => new PlanTopic(topic, 1)), to);

    private static void Write(PlanWritten e, Recording to) => Write(e.Course, e.Topics, to);

    private static void Write(PlanApproved e, Recording to) =>
        to.Rows.Put(
            new PlanApprovalRow
            {
                Course = e.Course.Value,
                Version = e.Version,
                Seq = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );

    private static void Write(CourseId course, IEnumerable<PlanTopic> topics, Recording to)
    {
        to.Rows.Put(
            new PlanRow
            {
                Course = course.Value,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
        // The one before may have had more of them.
        to.Rows.RemoveAllLike(Row(course, 0, new("", 0)));
        foreach (var (place, topic) in topics.Index())
            to.Rows.Add(Row(course, place + 1, topic));
    }

    private static PlanTopicRow Row(CourseId course, int number, PlanTopic topic) =>
        new()
        {
            Course = course.Value,
            Number = number,
            Topic = topic.Topic,
            Hours = topic.Hours,
            Section = topic.Section,
            Homework = topic.Homework,
            Work = topic.Work,
        };
}
