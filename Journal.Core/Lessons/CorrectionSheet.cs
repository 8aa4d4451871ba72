using System.Collections.Immutable;

namespace Journal.Core.Lessons;

public enum CorrectionCause
{
    Cancelled = 1,
    Moved,
    Covered,

    /// <summary>A lesson was given to something the plan does not have, or longer to a topic than planned.</summary>
    OffPlan,

    /// <summary>The order was changed, or the plan is ahead.</summary>
    Reordered,

    /// <summary>The year has no lesson for it any more.</summary>
    NoLessonLeft,
}

/// <summary>An hour of the plan that is not where it was planned; without an actual date there is none.</summary>
/// <param name="Number">The topic's, from 1.</param>
/// <param name="Hour">Which of the topic's hours, from 1.</param>
/// <param name="IsGiven">Whether the actual date is one of a lesson held, or one still expected.</param>
public sealed record CorrectionLine(
    int Number,
    int Hour,
    PlanTopic Topic,
    DateOnly? Planned,
    DateOnly? Actual,
    bool IsGiven,
    CorrectionCause Cause
);

/// <summary>The plan-correction sheet («лист коррекции»): every hour that shifted, and why.</summary>
public static class CorrectionSheet
{
    public static ImmutableArray<CorrectionLine> Of(PlanCalendar calendar) => [.. calendar.Lines.SelectMany(line => Of(line, calendar))];

    private static IEnumerable<CorrectionLine> Of(PlanLine line, PlanCalendar calendar)
    {
        for (var hour = 0; hour < line.Topic.Hours; hour++)
        {
            DateOnly? planned = hour < line.Planned.Length ? line.Planned[hour] : null;
            var lesson = hour < line.Lessons.Length ? line.Lessons[hour] : null;
            if (planned == lesson?.Lesson.Date)
                continue;
            yield return new(
                line.Number,
                hour + 1,
                line.Topic,
                planned,
                lesson?.Lesson.Date,
                lesson?.Place is LessonPlace.Given,
                Cause(planned, lesson, calendar)
            );
        }
    }

    // Later than planned: the last hour lost until then pushed it.
    private static CorrectionCause Cause(DateOnly? planned, BoundLesson? lesson, PlanCalendar calendar)
    {
        if (lesson is null)
            return CorrectionCause.NoLessonLeft;
        if (planned is null || lesson.Lesson.Date < planned)
            return CorrectionCause.Reordered;

        var lost = calendar.Lessons.LastOrDefault(one =>
            one.Place is LessonPlace.Lost or LessonPlace.OffPlan && one.Lesson.Date <= lesson.Lesson.Date
        );
        return lost switch
        {
            null => CorrectionCause.Reordered,
            { Place: LessonPlace.OffPlan } => CorrectionCause.OffPlan,
            { Lesson.Status: LessonStatus.Cancelled } => CorrectionCause.Cancelled,
            { Lesson.Status: LessonStatus.Moved } => CorrectionCause.Moved,
            _ => CorrectionCause.Covered,
        };
    }
}
