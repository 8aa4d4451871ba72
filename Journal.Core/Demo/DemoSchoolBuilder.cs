using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.People;

namespace Journal.Core.Demo;

/// <summary>Puts the demo school together: classes, courses, staff, families, groups, timetable.</summary>
internal sealed class DemoSchoolBuilder(DemoVariant variant, DateOnly today, int seed)
{
    private readonly DemoYear _year = DemoYear.Of(today);
    private readonly DemoNames _names = new();
    private readonly DemoCurriculum _curriculum = new();

    public DemoSchool Build()
    {
        IReadOnlyList<DemoClass> classes =
        [
            .. variant.Classes.Select((c, i) => new DemoClass(new(i + 1), c.Grade, c.Letter, c.Students, default)),
        ];
        var drafts = DemoCourses.Of(classes, _curriculum);
        var staffing = new DemoStaffing(seed, _names, drafts, classes);
        var families = new DemoFamilyBuilder(seed, _names, _year, staffing.All.Count + 1).Build(classes);
        var grouping = new DemoGrouping(seed, _year, families.Students, classes);
        IReadOnlyList<DemoStaff> staff =
        [
            .. staffing.All,
            Technician(staffing.All.Count + families.Students.Count + families.Guardians.Count),
        ];
        IReadOnlyList<DemoCourse> courses = [.. drafts.Select((d, i) => Course(i + 1, d, grouping.GroupOf(d), staffing.TeachersOf(d)))];

        return new()
        {
            Seed = seed,
            Variant = variant,
            Year = _year,
            Subjects = _curriculum.Subjects,
            Staff = staff,
            Classes = [.. classes.Select(c => c with { ClassTeacher = staffing.ClassTeacherOf(c) })],
            Students = families.Students,
            Guardians = families.Guardians,
            Guardianships = families.Guardianships,
            Groups = grouping.Groups,
            Courses = courses,
            Timetable = DemoRooms.Of(
                DemoTimetable.Of(seed, [.. Taught(drafts, courses)], classes.Count, staffing.All.Count, _year.Starts),
                courses
            ),
            Logins = DemoLogins.Of(staff, families.Students, families.Guardians),
        };
    }

    // Has no part in the lessons, and the last number of all: nobody else's depends on it.
    private static DemoStaff Technician(int others) =>
        new(new(others + 1), new("Ларин", "Кирилл", "Андреевич", Male: true), Role.Technician);

    private static DemoCourse Course(int id, DemoDraft draft, DemoGroup group, IReadOnlyList<PersonId> teachers)
    {
        var grade = draft.FirstClass.Grade;
        var elective = draft.Kind == GroupKind.Stream;

        return new(new(id), draft.Subject, group.Id, grade, teachers, draft.HalfHours, draft.Subject.Marked && grade > 1, elective);
    }

    /// <summary>The two halves of a class have their language at the same time.</summary>
    private static IEnumerable<DemoTaught> Taught(IReadOnlyList<DemoDraft> drafts, IReadOnlyList<DemoCourse> courses)
    {
        var together = drafts
            .Select((d, i) => (Draft: d, Course: courses[i]))
            .GroupBy(x => x.Draft.Part == 0 ? x.Course.Id.Value : -x.Draft.FirstClass.Id.Value);
        foreach (var set in together)
        {
            var draft = set.First().Draft;
            yield return new(
                [.. set.Select(s => s.Course.Id)],
                [.. draft.Classes.Select(c => c.Id.Value - 1)],
                [.. set.SelectMany(s => s.Course.Teachers).Select(t => t.Value - 1)],
                (draft.HalfHours + 1) / 2,
                First: draft.Area == "классный",
                AfterHours: draft.Kind == GroupKind.Individual,
                HalfHour: draft.HalfHours % 2 == 1,
                AtEnd: draft.Kind == GroupKind.Stream
            );
        }
    }
}
