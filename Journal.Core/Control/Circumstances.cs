using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Control;

/// <summary>What judging the records of one course takes besides its page: whose days these are, when it rings, who teaches and who was away.</summary>
/// <param name="Calendar">The year of the group's first class, whose terms the course has too.</param>
/// <param name="Grades">Of every class in the group.</param>
public sealed record Circumstances(
    TimeZoneInfo Zone,
    SchoolCalendar Calendar,
    ImmutableArray<Bell> Bells,
    ImmutableDictionary<ClassId, int> Grades
)
{
    /// <summary>The number of the group's last lesson of the day, of whatever subject; where it is not said, the course's own.</summary>
    public ImmutableDictionary<DateOnly, int> LastLessons { get; init; } = ImmutableDictionary<DateOnly, int>.Empty;

    /// <summary>Who teaches the course, and so owes the lessons that nobody has recorded yet.</summary>
    public ImmutableArray<Tie<PersonId>> Teachers { get; init; } = [];

    /// <summary>Sick leave, courses, business trips.</summary>
    public ImmutableDictionary<PersonId, ImmutableArray<DaySpan>> Absences { get; init; } =
        ImmutableDictionary<PersonId, ImmutableArray<DaySpan>>.Empty;

    /// <summary>Who gives a lesson instead of its teacher: while nobody has written it down, it is theirs to write.</summary>
    public ImmutableDictionary<LessonId, SubstitutionNow> Substitutions { get; init; } =
        ImmutableDictionary<LessonId, SubstitutionNow>.Empty;

    /// <summary>Those of a course as the roster has it; who was away, and when the group's school days end, is added to it.</summary>
    public static Circumstances Of(
        Roster roster,
        CourseId course,
        TimeZoneInfo zone,
        SchoolCalendar calendar,
        ImmutableArray<Bell> bells
    ) =>
        new(zone, calendar, bells, roster.ClassesOf(course).ToImmutableDictionary(one => one, one => roster.Classes[one].Grade))
        {
            Teachers = [.. roster.TeachersOfCourse[course]],
            Substitutions = roster.Substitutions,
        };

    /// <summary>Those of a page's course: the days of its week are those on which it has lessons.</summary>
    public static Circumstances Of(Roster roster, JournalPage page, TimeZoneInfo zone)
    {
        var course = page.Id.Course;
        // A course without a lesson on a Saturday counts five days even where the school works six: an hour more for the teacher, never less.
        var studyDays = page.Lessons.Values.Any(one => one.Date.DayOfWeek is DayOfWeek.Saturday) ? 6 : 5;
        var bells = roster.Bells.GetValueOrDefault(roster.Classes[roster.ClassesOf(course).First()].Bells, []);
        return Of(roster, course, zone, roster.CalendarOf(course, studyDays), bells);
    }

    /// <summary>The youngest class decides about what a lesson has only one of.</summary>
    public int Grade => Grades.IsEmpty ? 0 : Grades.Values.Min();

    /// <summary>Those who gave the lesson; before that is known, who stands in, and else those who teach the course on its day.</summary>
    public IEnumerable<PersonId> Owing(Lesson lesson)
    {
        if (!lesson.Teachers.IsEmpty)
            return lesson.Teachers;

        return Substitutions.TryGetValue(lesson.Id, out var now) ? [now.What.Teacher] : TeachersOn(lesson.Date);
    }

    /// <summary>The days on which anybody is away.</summary>
    public static ImmutableDictionary<PersonId, ImmutableArray<DaySpan>> AbsencesIn(Roster roster) =>
        roster.AbsencesOf.ToImmutableDictionary(one => one.Key, one => one.Select(now => now.What.Days).ToImmutableArray());

    public IEnumerable<PersonId> TeachersOn(DateOnly day) => Teachers.Where(tie => tie.Days.Contains(day)).Select(tie => tie.To).Distinct();

    /// <summary>By the school's clock. A lesson without a bell ends with its day: nothing can be late before.</summary>
    public DateTime EndOf(Lesson lesson) => Rings(lesson.Date, lesson.Number);

    public DateTime EndOfSchool(Lesson lesson) =>
        Rings(lesson.Date, Math.Max(lesson.Number, LastLessons.GetValueOrDefault(lesson.Date, lesson.Number)));

    public int GradeOf(ClassId schoolClass) => Grades.GetValueOrDefault(schoolClass, Grade);

    public DateTimeOffset MomentOf(DateTime local) => new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>Nobody of them is there: one of two teachers is enough for a countdown to run.</summary>
    internal bool AreAllAway(ImmutableArray<PersonId> owing, DateOnly day) => !owing.IsEmpty && owing.All(one => IsAway(one, day));

    private bool IsAway(PersonId teacher, DateOnly day) =>
        Absences.TryGetValue(teacher, out var spans) && spans.Any(span => span.Contains(day));

    private DateTime Rings(DateOnly day, int number) => day.ToDateTime(EndOfLesson(number) ?? TimeOnly.MaxValue);

    private TimeOnly? EndOfLesson(int number)
    {
        foreach (var bell in Bells)
        {
            if (bell.Number == number)
                return bell.Ends;
        }

        return null;
    }
}
