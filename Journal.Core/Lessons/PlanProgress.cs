using System.Collections.Immutable;

namespace Journal.Core.Lessons;

/// <summary>How far the plan is, in hours. A lesson is one hour.</summary>
/// <param name="Planned">All hours of the plan.</param>
/// <param name="Due">Those that should be behind us by today, had every lesson been given to the plan.</param>
/// <param name="Given">Those that are: lessons held with a topic of the plan.</param>
/// <param name="Ahead">Lessons still to come that take an hour of the plan or could.</param>
/// <param name="Missing">Hours for which the year has no lesson any more.</param>
public sealed record PlanProgress(int Planned, int Due, int Given, int Ahead, int Missing, PlanLosses Losses)
{
    /// <summary>Hours behind; negative when ahead.</summary>
    public int Lag => Due - Given;

    internal static PlanProgress Of(ImmutableArray<PlanLine> lines, ImmutableArray<BoundLesson> lessons, DateOnly today)
    {
        var planned = lines.Sum(line => line.Topic.Hours);
        // Today's lesson counts once it is recorded: in the morning nobody is behind.
        BoundLesson[] past = [.. lessons.Where(one => one.Lesson.Date < today || (one.Lesson.Date == today && one.Lesson.IsGiven))];
        return new(
            planned,
            Math.Min(planned, past.Length),
            lines.Sum(line => line.Given),
            lessons.Count(one => one.Place is LessonPlace.Ahead),
            lines.Sum(line => line.Left),
            PlanLosses.Of(past)
        );
    }
}

/// <summary>Where the hours went that the plan did not get (the cause of a lag), of lessons until today.</summary>
public sealed record PlanLosses(int Cancelled, int Moved, int Covered, int Unrecorded, int OffPlan)
{
    internal static PlanLosses Of(IReadOnlyCollection<BoundLesson> past) =>
        new(
            past.Count(one => one.Lesson.Status is LessonStatus.Cancelled),
            past.Count(one => one.Lesson.Status is LessonStatus.Moved),
            past.Count(one => one.Lesson.Status is LessonStatus.Covered),
            past.Count(one => one.Place is LessonPlace.Unrecorded),
            past.Count(one => one.Place is LessonPlace.OffPlan)
        );
}
