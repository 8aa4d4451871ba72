using Journal.Core.Basics;
using Journal.Core.Demo;
using Journal.Core.Register;
using Journal.Load.Server;

namespace Journal.Load.People;

/// <summary>A teacher's journal page, and who of the school is in it.</summary>
internal sealed record Lesson(int Course, string Teacher, PageId Page, IReadOnlyList<StudentId> Students, int Cells);

/// <summary>The demonstration's people as one knows them from outside: who signs in as whom, who teaches and who reads what.</summary>
internal sealed class School
{
    private readonly DemoSchool _school;
    private readonly Dictionary<PersonId, string> _logins;

    public School(bool isLarge)
    {
        Today = DateOnly.FromDateTime(LoadServer.Clock.DateTime);
        Monday = Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));
        _school = DemoSchool.Build(isLarge ? DemoVariant.LargeNow : DemoVariant.Small, Today);
        _logins = _school.EveryLogin.ToDictionary(one => one.Person, one => one.Login);
        Lessons = [.. Fullest()];
    }

    public DateOnly Today { get; }

    public DateOnly Monday { get; }

    /// <summary>One of each teacher, that with the most cells; the fullest first.</summary>
    public IReadOnlyList<Lesson> Lessons { get; }

    /// <summary>Everybody who signs in, staff first.</summary>
    public IReadOnlyList<string> Logins => [.. _logins.Values];

    /// <summary>Who may read any page, and that of this lesson: one of each kind.</summary>
    public static IReadOnlyList<string> ReadersOf(Lesson lesson) => [lesson.Teacher, "director", "deputy", "admin"];

    /// <summary>Diaries of students of these lessons, each under its own account: all students first, then their parents.</summary>
    public IReadOnlyList<(string Login, int Student)> Families(IReadOnlyList<Lesson> lessons, int most)
    {
        var guardians = _school.Guardianships.ToLookup(one => one.Student, one => one.Guardian);
        var students = lessons.SelectMany(one => one.Students).Distinct().ToList();
        var everybody = students
            .Select(one => (one.Person, Student: one))
            .Concat(students.SelectMany(one => guardians[one].Select(guardian => (Person: guardian, Student: one))))
            // Others have a diary too, in which nothing happens.
            .Concat(_school.Students.Select(one => (one.Id.Person, Student: one.Id)))
            .Concat(_school.Guardianships.Select(one => (Person: one.Guardian, one.Student)));
        return [.. everybody.DistinctBy(one => one.Person).Take(most).Select(one => (_logins[one.Person], one.Student.Value))];
    }

    private IEnumerable<Lesson> Fullest()
    {
        var taken = new HashSet<PersonId>();
        var lessons = _school
            .Courses.Where(one => one is { Marked: true, PassFail: false, Grade: >= 2 })
            .Select(course => (Course: course, Students: Students(course)))
            .OrderByDescending(one => one.Students.Count * one.Course.HalfHours)
            .ThenBy(one => one.Course.Id.Value);
        foreach (var (course, students) in lessons)
        {
            if (course.Teachers.FirstOrDefault(one => !taken.Contains(one)) is { Value: > 0 } teacher && taken.Add(teacher))
                yield return new(
                    course.Id.Value,
                    _logins[teacher],
                    new PageId(course.Id, TermOf(course.Grade)),
                    students,
                    students.Count * course.HalfHours
                );
        }
    }

    private List<StudentId> Students(DemoCourse course) =>
        [.. _school.GroupOf(course).Members.Where(member => member.Days.Contains(Today)).Select(member => member.Student)];

    private TermId TermOf(int grade) =>
        _school.Year.Terms.First(one => one.Set == DemoYear.TermSet(grade) && one.Term.Starts <= Today && Today <= one.Term.Ends).Term.Id;
}
