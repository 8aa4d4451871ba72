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

    /// <summary>The lessons this person's own courses have today.</summary>
    public async Task<IReadOnlyList<DayLesson>> LessonsToday(PersonId reader, CancellationToken ct = default)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        return await lessons.Read(roster, roster.CoursesTaughtBy(reader, today).Select(course => course.Id), today, ct);
    }

    /// <summary>The next day on which this person's own courses have lessons, and those; null when none are planned.</summary>
    public async Task<DayAhead?> LessonsAhead(PersonId reader, CancellationToken ct = default)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        CourseId[] courses = [.. roster.CoursesTaughtBy(reader, today).Select(course => course.Id)];
        if (await lessons.DayAfter(courses, today, ct) is not { } day)
            return null;

        return new DayAhead(day, await lessons.Read(roster, courses, day, ct));
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
