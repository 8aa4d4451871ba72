using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Access;

/// <summary>A class as those see it who may read it whole.</summary>
public sealed record ClassCard(
    ClassId Id,
    string Name,
    IReadOnlyList<PersonId> Teachers,
    IReadOnlyList<ClassCourse> Courses,
    IReadOnlyList<StudentId> Students
);

public sealed record ClassCourse(CourseId Id, string Subject, string Group, IReadOnlyList<PersonId> Teachers);

/// <summary>A day to come with a teacher's lessons, by the clock.</summary>
public sealed record DayAhead(DateOnly Date, IReadOnlyList<DayLesson> Lessons);

/// <summary>What the school has decided for itself, and the version to name when it is changed.</summary>
public sealed record SettingsCard(SchoolSettings Settings, long Version);

public sealed partial class Readings
{
    /// <summary>For whoever reads the whole school.</summary>
    public SettingsCard? Settings(PersonId reader)
    {
        var roster = rosters.Current;
        return roster.ReadsWholeSchool(reader, clock.Today) ? new SettingsCard(roster.Settings, roster.SettingsVersion) : null;
    }

    /// <summary>The lessons this person's own courses have today, and those given instead of somebody.</summary>
    public Task<IReadOnlyList<DayLesson>> LessonsToday(PersonId reader, CancellationToken ct = default) =>
        LessonsOf(reader, clock.Today, ct);

    /// <summary>The next day on which this person's own courses have lessons, and those; null when none are planned.</summary>
    public async Task<DayAhead?> LessonsAhead(PersonId reader, CancellationToken ct = default)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        CourseId[] courses = [.. roster.CoursesTaughtBy(reader, today).Select(course => course.Id)];
        var own = await lessons.DayAfter(courses, today, ct);
        var standsIn = roster.SubstitutionsOf[reader].Where(one => one.Date > today).Min(one => (DateOnly?)one.Date);
        var day = own is null || standsIn < own ? standsIn : own;
        if (day is not { } date)
            return null;

        var found = await LessonsOf(reader, date, ct);
        // The lesson to stand in for may have been cancelled since.
        return found.All(lesson => lesson.Status is LessonStatus.Cancelled or LessonStatus.Moved) && own is { } next && next != date
            ? new DayAhead(next, await LessonsOf(reader, next, ct))
            : new DayAhead(date, found);
    }

    private async Task<IReadOnlyList<DayLesson>> LessonsOf(PersonId reader, DateOnly day, CancellationToken ct)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        var own = roster.CoursesTaughtBy(reader, today).Select(course => course.Id).ToHashSet();
        var standsIn = roster.SubstitutionsOf[reader].Where(one => one.Date == day).Select(one => one.Lesson).ToHashSet();
        var foreign = roster.SubstitutionsOf[reader].Where(one => one.Date == day).Select(one => one.Course);
        var all = await lessons.Read(roster, own.Concat(foreign).Distinct(), day, ct);
        // What a colleague gives instead of oneself stays on the list: one wants to see it.
        return [.. all.Where(lesson => own.Contains(lesson.Course) || standsIn.Contains(lesson.Id))];
    }

    /// <summary>Who is in the class today and what it is taught by whom.</summary>
    public ClassCard? Class(PersonId reader, ClassId asked)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        if (!roster.MayReadClass(reader, asked, today))
            return null;

        return new ClassCard(
            asked,
            roster.Classes[asked].Name,
            [.. roster.ClassTeachersOf(asked, today)],
            [
                .. roster
                    .CoursesOf(asked)
                    .Select(course => Card(roster, course, today))
                    .OrderBy(one => one.Subject, StringComparer.CurrentCulture)
                    .ThenBy(one => one.Group, StringComparer.CurrentCulture),
            ],
            [.. roster.StudentsOf(asked, today).OrderBy(student => roster.NameOf(student.Person), StringComparer.CurrentCulture)]
        );
    }

    /// <summary>Students, classes and pages by the beginnings of their names, of those this person may open; at most so many.</summary>
    public IReadOnlyList<Found> Find(PersonId reader, string text, int most) =>
        [.. Finding.Find(rosters.Current, reader, text, clock.Today).Take(most)];

    private static ClassCourse Card(Roster roster, Course course, DateOnly today) =>
        new(
            course.Id,
            roster.Subjects[course.Subject].Name,
            roster.Groups[course.Group].Name,
            [.. roster.TeachersOfCourse[course.Id].Where(load => load.Days.Contains(today)).Select(load => load.To).Distinct()]
        );
}
