using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Timetable;

namespace Journal.Core.Access;

/// <summary>Whose timetable is asked for: of a class, a teacher or a room; with none of them that of all classes.</summary>
public sealed record TimetableOf(ClassId? Class = null, PersonId? Teacher = null, string? Room = null);

/// <summary>A place in the timetable with everything that is said of it.</summary>
/// <param name="Teachers">Who teaches the course that day.</param>
/// <param name="Substitute">Who gives it instead.</param>
/// <param name="IsOpen">The reader may open its record.</param>
public sealed record TimetablePlace(
    TimetableLesson Lesson,
    Bell? Bell,
    string Group,
    string Subject,
    IReadOnlyList<ClassId> Classes,
    IReadOnlyList<PersonId> Teachers,
    PersonId? Substitute,
    bool IsOpen
);

/// <param name="Rooms">Every room that may be asked for.</param>
public sealed record TimetableDays(DateOnly From, DateOnly To, IReadOnlyList<TimetablePlace> Places, IReadOnlyList<string> Rooms);

public sealed partial class Readings
{
    /// <summary>The lessons of these days as they are by now, for everybody who works here: it says who is where, and nothing of any student.</summary>
    public async Task<TimetableDays?> Timetable(PersonId reader, TimetableOf of, DateOnly from, DateOnly to, CancellationToken ct = default)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        if (!roster.WorksHere(reader, today) || to < from || to.DayNumber - from.DayNumber >= MostBoardDays)
            return null;

        var found = await timetables.Read(roster, CoursesOf(roster, of), from, to, ct);
        var places = found.Select(lesson => Place(roster, reader, lesson)).Where(place => Fits(place, of));
        return new(from, to, [.. places], await timetables.Rooms(ct));
    }

    /// <summary>The cards of a class on a day, its subgroups' and shared ones too; for whoever changes the timetable.</summary>
    public async Task<IReadOnlyList<TimetableCard>?> Cards(PersonId reader, ClassId of, DateOnly on, CancellationToken ct = default)
    {
        var roster = rosters.Current;
        return roster.MayArrange(reader, clock.Today) && roster.Classes.ContainsKey(of)
            ? await desk.Cards([.. roster.CoursesOf(of).Select(course => course.Id)], on, ct)
            : null;
    }

    /// <summary>What a change of the timetable would come to, or what it would be refused for; for whoever may make it.</summary>
    public async Task<TimetableTrial?> TryTimetable(PersonId reader, ChangeTimetable change, CancellationToken ct = default) =>
        rosters.Current.MayArrange(reader, clock.Today) ? await desk.Try(rosters.Current, change, clock.Today, ct) : null;

    private static IReadOnlyCollection<CourseId> CoursesOf(Roster roster, TimetableOf of)
    {
        if (of.Class is { } schoolClass)
            return [.. roster.CoursesOf(schoolClass).Select(course => course.Id)];
        if (of.Teacher is not { } teacher)
            return [.. roster.Courses.Keys];

        var own = roster.LoadsOfTeacher[teacher].Select(load => load.To);
        return [.. own.Concat(roster.SubstitutionsOf[teacher].Select(one => one.Course)).Distinct()];
    }

    private TimetablePlace Place(Roster roster, PersonId reader, TimetableLesson lesson)
    {
        var course = roster.Courses[lesson.Course];
        var group = roster.Groups[course.Group];
        return new(
            lesson,
            roster.BellOf(lesson.Course, lesson.Number, lesson.Date),
            group.Name,
            roster.Subjects[course.Subject].Name,
            group.Classes,
            [.. roster.TeachersOfCourse[lesson.Course].Where(tie => tie.Days.Contains(lesson.Date)).Select(tie => tie.To).Distinct()],
            roster.Substitutions.GetValueOrDefault(lesson.Id)?.What.Teacher,
            roster.MayReadCourse(reader, lesson.Course, clock.Today)
        );
    }

    // A teacher's timetable has what the teacher gives, and says of the rest who does.
    private static bool Fits(TimetablePlace place, TimetableOf of) =>
        (of.Room is null || place.Lesson.Room == of.Room)
        && (of.Teacher is not { } who || place.Teachers.Contains(who) || place.Substitute == who);
}
