using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;

namespace Journal.Core.Access;

/// <summary>The plan of the same subject in another class of the same grade, to be copied.</summary>
public sealed record ParallelPlan(CourseId Course, string Group, LessonPlan Plan);

public sealed partial class Readings
{
    /// <summary>The course's plan; an empty one if it has none.</summary>
    public async Task<LessonPlan?> Plan(PersonId reader, CourseId course, CancellationToken ct = default) =>
        rosters.Current.MayReadCourse(reader, course, clock.Today) ? await plans.Read(course, ct) : null;

    /// <summary>What the course's plan has for a lesson of the page; null also when it has nothing more.</summary>
    public async Task<NextTopic?> NextTopic(PersonId reader, CourseId course, Lesson lesson, CancellationToken ct = default) =>
        rosters.Current.MayReadCourse(reader, course, clock.Today) ? await plans.Next(course, lesson, ct) : null;

    /// <summary>The plan laid on the lessons of the year: what was given when, what is still to come, and how far behind it is.</summary>
    public async Task<PlanCalendar?> PlanCalendar(PersonId reader, CourseId course, CancellationToken ct = default) =>
        rosters.Current.MayReadCourse(reader, course, clock.Today) ? await plans.Calendar(course, clock.Today, ct) : null;

    /// <summary>Every version the plan has had and every approval.</summary>
    public async Task<PlanHistory?> PlanHistory(PersonId reader, CourseId course, CancellationToken ct = default)
    {
        if (!rosters.Current.MayReadCourse(reader, course, clock.Today))
            return null;

        var changes = new List<Committed>();
        foreach (var kind in new[] { LessonKinds.PlanSet, LessonKinds.PlanWritten, LessonKinds.PlanApproved })
            changes.AddRange(await log.AboutLessons(course, kind, ct));
        return Lessons.PlanHistory.Of(changes);
    }

    /// <summary>
    /// What may be copied into the course's plan, for whoever may write it: a plan says nothing of anybody, so those of colleagues are open here.
    /// </summary>
    public async Task<IReadOnlyList<ParallelPlan>?> ParallelPlans(PersonId reader, CourseId course, CancellationToken ct = default)
    {
        var roster = rosters.Current;
        if (!roster.MayWritePlan(reader, course, clock.Today))
            return null;

        var found = new List<ParallelPlan>();
        foreach (var other in ParallelTo(roster, roster.Courses[course]))
        {
            if (await plans.Read(other.Id, ct) is { Topics.IsEmpty: false } plan)
                found.Add(new(other.Id, roster.Groups[other.Group].Name, plan));
        }

        return found;
    }

    private static IEnumerable<Course> ParallelTo(Roster roster, Course course)
    {
        var grades = GradesOf(roster, course);
        return roster
            .Courses.Values.Where(other => other.Id != course.Id && other.Subject == course.Subject && other.Year == course.Year)
            .Where(other => GradesOf(roster, other).Overlaps(grades))
            .OrderBy(other => roster.Groups[other.Group].Name, StringComparer.CurrentCulture)
            .ThenBy(other => other.Id.Value);
    }

    private static HashSet<int> GradesOf(Roster roster, Course course) =>
        [.. roster.Groups[course.Group].Classes.Select(one => roster.Classes[one].Grade)];
}
