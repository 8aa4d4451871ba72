using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.Lessons;

/// <summary>A lesson of the course as the plan is laid on it.</summary>
public sealed record CourseLesson(LessonId Id, DateOnly Date, int Number, LessonStatus Status, string? Topic)
{
    /// <summary>Cancelled, moved or covered: no hour of the plan is spent in it.</summary>
    public bool IsLost => Status is LessonStatus.Cancelled or LessonStatus.Moved or LessonStatus.Covered;

    public bool IsGiven => Status is LessonStatus.Held or LessonStatus.Distance;
}

public enum LessonPlace
{
    /// <summary>Held, with a topic of the plan.</summary>
    Given = 1,

    /// <summary>Held, with a topic that the plan does not have, or none of whose hours are left to count.</summary>
    OffPlan,

    /// <summary>Its day is over and nothing is recorded: the topic is only likely.</summary>
    Unrecorded,

    /// <summary>Still to come.</summary>
    Ahead,

    Lost,
}

/// <summary>What a lesson has of the plan: the topic's number from 1, if it has one.</summary>
public sealed record BoundLesson(CourseLesson Lesson, LessonPlace Place, int? Topic);

/// <summary>A topic with its dates: where it would stand had no lesson been lost, and where its lessons really were or are to be.</summary>
/// <param name="Left">Hours for which the year has no lesson any more.</param>
public sealed record PlanLine(int Number, PlanTopic Topic, ImmutableArray<DateOnly> Planned, ImmutableArray<BoundLesson> Lessons, int Left)
{
    public int Given => Lessons.Count(lesson => lesson.Place is LessonPlace.Given);

    public bool IsBegun => Given > 0;
}

/// <summary>The plan laid on the lessons of the course in order.</summary>
public sealed record PlanCalendar(ImmutableArray<PlanLine> Lines, ImmutableArray<BoundLesson> Lessons, PlanProgress Progress)
{
    public static PlanCalendar Of(ImmutableArray<PlanTopic> topics, IEnumerable<CourseLesson> lessons, DateOnly today)
    {
        CourseLesson[] inOrder =
        [
            .. lessons.OrderBy(lesson => lesson.Date).ThenBy(lesson => lesson.Number).ThenBy(lesson => lesson.Id.Value),
        ];
        var bound = PlanBinding.Bind(topics, inOrder, today);
        var byTopic = bound.Where(one => one.Topic is not null).ToLookup(one => one.Topic!.Value);
        var lines = new List<PlanLine>();
        var hour = 0;
        foreach (var (place, topic) in topics.Index())
        {
            BoundLesson[] own = [.. byTopic[place + 1]];
            DateOnly[] planned = [.. inOrder.Skip(hour).Take(topic.Hours).Select(lesson => lesson.Date)];
            lines.Add(new(place + 1, topic, [.. planned], [.. own], Math.Max(0, topic.Hours - own.Length)));
            hour += topic.Hours;
        }

        return new([.. lines], bound, PlanProgress.Of([.. lines], bound, today));
    }
}
