using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.People;

namespace Journal.Core.Access;

/// <summary>A lesson with those who teach its course and who gives it instead of them.</summary>
/// <param name="Away">All who teach it are away.</param>
public sealed record StandInLesson(
    DateOnly Date,
    DayLesson Lesson,
    string Group,
    string Subject,
    IReadOnlyList<PersonId> Teachers,
    bool Away,
    SubstitutionNow? Now
);

/// <summary>Somebody who could give a lesson.</summary>
/// <param name="IsFree">Has no lesson of the own at that time.</param>
/// <param name="SameSubject">Teaches the same subject in some class.</param>
public sealed record Candidate(PersonId Teacher, bool IsFree, bool SameSubject);

/// <summary>The substitutions of some days.</summary>
/// <param name="Lessons">Those whose teachers are away, and those that somebody gives instead, by day and clock.</param>
public sealed record StandInBoard(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<TeacherAbsenceNow> Absences,
    IReadOnlyList<StandInLesson> Lessons
);

public sealed partial class Readings
{
    /// <summary>At most so many days are shown together.</summary>
    public const int MostBoardDays = 31;

    /// <summary>The lessons of today that this person could take; for whoever gives lessons. The own ones are not among them.</summary>
    public async Task<IReadOnlyList<StandInLesson>?> LessonsToTake(PersonId reader, CancellationToken ct = default)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        if (!roster.MayTakeLessons(reader, today))
            return null;

        var all = await DayOf(roster, today, ct);
        return [.. all.Where(one => !one.Teachers.Contains(reader) && TakesPlace(one))];
    }

    /// <summary>Who is away and which lessons need somebody; for whoever arranges substitutes.</summary>
    public async Task<StandInBoard?> StandIns(PersonId reader, DateOnly from, DateOnly to, CancellationToken ct = default)
    {
        var roster = rosters.Current;
        if (!roster.MayArrange(reader, clock.Today) || to < from || to.DayNumber - from.DayNumber >= MostBoardDays)
            return null;

        var found = new List<StandInLesson>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            // A day without anybody away and without a substitute costs no question.
            if (
                roster.AbsencesOf.Any(all => all.Any(one => one.What.Days.Contains(day)))
                || roster.Substitutions.Values.Any(one => one.What.Date == day)
            )
                found.AddRange((await DayOf(roster, day, ct)).Where(one => (one.Away && TakesPlace(one)) || one.Now is not null));
        }

        var away = roster.AbsencesOf.SelectMany(all => all).Where(one => one.What.Days.Touches(from, to));
        return new(from, to, [.. away.OrderBy(one => one.What.From).ThenBy(one => one.What.Id.Value)], found);
    }

    /// <summary>Who could give these lessons, the fittest first; for whoever arranges substitutes.</summary>
    public async Task<IReadOnlyList<Candidate>?> Candidates(
        PersonId reader,
        IReadOnlyCollection<StandInLesson> asked,
        CancellationToken ct = default
    )
    {
        var (roster, today) = (rosters.Current, clock.Today);
        if (!roster.MayArrange(reader, today))
            return null;

        var busy = new HashSet<PersonId>();
        foreach (var day in asked.GroupBy(one => one.Date))
            busy.UnionWith(Busy(await DayOf(roster, day.Key, ct), day));
        var subjects = asked.Select(one => roster.Courses[one.Lesson.Course].Subject).ToHashSet();
        return
        [
            .. roster
                .LoadsOfTeacher.Select(load => load.Key)
                .Where(who =>
                    roster.Has(who, Role.Teacher, today) && !asked.Any(one => one.Teachers.Contains(who) || roster.IsAway(who, one.Date))
                )
                .Select(who => new Candidate(
                    who,
                    !busy.Contains(who),
                    roster.CoursesTaughtBy(who, today).Any(course => subjects.Contains(course.Subject))
                ))
                .OrderByDescending(one => one.IsFree)
                .ThenByDescending(one => one.SameSubject)
                .ThenBy(one => roster.NameOf(one.Teacher), StringComparer.CurrentCulture),
        ];
    }

    private async Task<List<StandInLesson>> DayOf(Roster roster, DateOnly day, CancellationToken ct)
    {
        var all = await lessons.Read(roster, roster.Courses.Keys, day, ct);
        return [.. all.Select(one => StandIn(roster, one, day))];
    }

    private static StandInLesson StandIn(Roster roster, DayLesson lesson, DateOnly day)
    {
        var course = roster.Courses[lesson.Course];
        PersonId[] teachers =
        [
            .. roster.TeachersOfCourse[lesson.Course].Where(tie => tie.Days.Contains(day)).Select(tie => tie.To).Distinct(),
        ];
        return new(
            day,
            lesson,
            roster.Groups[course.Group].Name,
            roster.Subjects[course.Subject].Name,
            teachers,
            teachers.Length > 0 && teachers.All(who => roster.IsAway(who, day)),
            roster.Substitutions.GetValueOrDefault(lesson.Id)
        );
    }

    private static IEnumerable<PersonId> Busy(IEnumerable<StandInLesson> day, IEnumerable<StandInLesson> asked) =>
        from lesson in day
        where TakesPlace(lesson)
        where asked.Any(one => one.Lesson.Id != lesson.Lesson.Id && AreTogether(one.Lesson, lesson.Lesson))
        from who in lesson.Now is { } now ? [now.What.Teacher] : lesson.Teachers
        select who;

    private static bool AreTogether(DayLesson one, DayLesson other) =>
        one is { Starts: { } starts, Ends: { } ends } && other is { Starts: { } otherStarts, Ends: { } otherEnds }
            ? starts < otherEnds && otherStarts < ends
            : one.Number == other.Number;

    private static bool TakesPlace(StandInLesson one) => one.Lesson.Status is not (LessonStatus.Cancelled or LessonStatus.Moved);
}
