using Journal.Core.Classes;
using Journal.Core.Demo;
using Journal.Core.People;

namespace Journal.Tests.Demo;

public class DemoSchoolTests
{
    private static readonly DemoSchool School = DemoSchools.Small;

    [Fact]
    public void Twelve_classes_hold_about_320_students_one_of_them_34()
    {
        Assert.True(School.Classes.Count >= 12);
        Assert.InRange(School.Students.Count, 310, 330);
        Assert.Equal(Enumerable.Range(1, 11), School.Classes.Select(c => c.Grade).Distinct());
        Assert.Contains(School.Classes, c => School.Students.Count(s => s.Class == c.Id) == 34);
    }

    [Fact]
    public void At_least_25_teachers_each_have_a_load_a_person_can_bear()
    {
        var load = School.Courses.SelectMany(c => c.Teachers.Select(t => (t, c.HalfHours))).ToLookup(l => l.t, l => l.HalfHours);

        Assert.True(School.Teachers.Count() >= 25);
        Assert.All(School.Teachers, t => Assert.InRange(load[t.Id].Sum() / 2.0, 1, 27));
    }

    [Fact]
    public void Everybody_has_a_number_of_their_own()
    {
        var everybody = School
            .Staff.Select(s => s.Id.Value)
            .Concat(School.Students.Select(s => s.Id.Value))
            .Concat(School.Guardians.Select(g => g.Id.Value))
            .ToList();

        Assert.Equal(everybody.Count, everybody.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, everybody.Count), everybody.Order());
    }

    [Fact]
    public void Brothers_and_sisters_share_surname_patronymic_and_guardians()
    {
        var children = School
            .Guardianships.GroupBy(g => g.Guardian)
            .Where(g => g.Count() > 1)
            .Select(g => g.Select(x => Student(x.Student)).ToList())
            .ToList();

        Assert.NotEmpty(children);
        foreach (var family in children)
        {
            Assert.Single(family.Select(s => s.Card.Family.TrimEnd('а')).Distinct());
            Assert.Single(family.Select(s => s.Card.Patronymic![..3]).Distinct());
            Assert.Single(family.Select(s => string.Join(',', Guardians(s))).Distinct());
        }
    }

    [Fact]
    public void One_student_has_no_guardian() => Assert.Single(School.Students, s => !Guardians(s).Any());

    [Fact]
    public void Twins_are_born_on_one_day_in_one_class()
    {
        var twins = School
            .Students.GroupBy(s => (s.Class, s.Card.Born, Guardians: string.Join(',', Guardians(s))))
            .Where(g => g.Count() == 2 && g.Key.Guardians.Length > 0);

        Assert.True(twins.Count() >= 2);
    }

    [Fact]
    public void Two_namesakes_sit_in_one_class_and_two_share_surname_and_initial()
    {
        Assert.Contains(School.Students.GroupBy(s => (s.Class, s.Card.ListName)), g => g.Count() == 2);
        Assert.Contains(
            School.Students.GroupBy(s => (s.Class, s.Card.Family, s.Card.Given[0])),
            g => g.Select(s => s.Card.Given).Distinct().Count() == 2
        );
    }

    [Fact]
    public void A_student_changes_class_in_October_with_every_group()
    {
        var student = Assert.Single(School.Students, s => s.Moved is not null);
        var stays = School.Groups.SelectMany(g => g.Members.Where(m => m.Student == student.Id)).ToList();

        Assert.Equal(10, student.Moved!.Since.Month);
        Assert.Contains(stays, m => m.Days.To == student.Moved.Since.AddDays(-1));
        Assert.Contains(stays, m => m.Days.From == student.Moved.Since && m.Class == student.Moved.To);
        Assert.All(stays, m => Assert.False(m.Days.To is null && m.Class == student.Class));
    }

    [Fact]
    public void There_are_subgroups_a_stream_of_two_classes_an_individual_plan_and_a_lesson_with_two_teachers()
    {
        Assert.Equal(10, School.Groups.Count(g => g.Group.Kind == GroupKind.Subgroup));
        Assert.Contains(School.Groups, g => g.Group is { Kind: GroupKind.Stream, Classes.Length: 2 } && g.Members.Count > 5);
        Assert.Single(Assert.Single(School.Groups, g => g.Group.Kind == GroupKind.Individual).Members);
        Assert.Contains(School.Courses, c => c.Teachers.Count == 2);
    }

    [Fact]
    public void The_first_grade_has_no_marks() => Assert.All(School.Courses.Where(c => c.Grade == 1), c => Assert.False(c.Marked));

    [Theory]
    [InlineData(1, 21)]
    [InlineData(2, 23)]
    [InlineData(4, 23)]
    [InlineData(5, 28.5)]
    [InlineData(7, 32)]
    [InlineData(9, 33)]
    [InlineData(11, 34)]
    public void A_grade_has_the_hours_of_the_federal_week(int grade, double hours)
    {
        var curriculum = new DemoCurriculum().Of(grade).Where(c => c.Subject.Name != "Разговоры о важном");

        Assert.Equal(hours, curriculum.Sum(c => c.HalfHours) / 2.0);
    }

    [Theory]
    [InlineData("teacher", "Кузнецова Ирина Павловна")]
    [InlineData("class-teacher", "Белова Марина Сергеевна")]
    [InlineData("deputy", "Тихонова Людмила Николаевна")]
    [InlineData("admin", "Журавлёв Антон Сергеевич")]
    [InlineData("technician", "Ларин Кирилл Андреевич")]
    public void The_sign_ins_of_staff_belong_to_these_people(string login, string name)
    {
        var person = School.Logins.Single(l => l.Login == login).Person;

        Assert.Equal(name, School.Staff.Single(s => s.Id == person).Card.FullName);
    }

    [Fact]
    public void The_teacher_teaches_algebra_in_7A_7B_and_8A_and_the_class_teacher_leads_7B()
    {
        var teacher = Login("teacher");
        var algebra = School
            .Courses.Where(c => c.Subject.Name == "Алгебра" && c.Teachers.Contains(teacher))
            .Select(c => School.GroupOf(c).Group.Name);

        Assert.Equal(["7А", "7Б", "8А"], algebra);
        Assert.Equal("7Б", School.Classes.Single(c => c.ClassTeacher == Login("class-teacher")).Name);
    }

    [Fact]
    public void The_parent_has_Varvara_in_7B_and_Pyotr_in_3A()
    {
        var children = School
            .Guardianships.Where(g => g.Guardian == Login("parent"))
            .Select(g => Student(g.Student))
            .Select(s => $"{s.Card.ListName} {School.ClassOf(s.Class).Name}");

        Assert.Equal(["Соколов Пётр 3А", "Соколова Варвара 7Б"], children.Order());
        Assert.Equal("Соколова Варвара", Student(new(Login("student").Value)).Card.ListName);
    }

    [Fact]
    public void Every_sign_in_of_the_issue_exists() =>
        Assert.Equal(
            ["admin", "class-teacher", "deputy", "director", "parent", "registrar", "student", "teacher", "technician"],
            School.Logins.Select(l => l.Login).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_same_seed_makes_the_same_school()
    {
        var again = DemoSchool.Build(DemoVariant.Small, DemoSchools.Autumn);
        var other = DemoSchool.Build(DemoVariant.Small, DemoSchools.Autumn, seed: 13);

        Assert.Equal(School.Students, again.Students);
        Assert.Equal(School.Timetable, again.Timetable);
        Assert.NotEqual(School.Students, other.Students);
    }

    [Fact]
    public void The_large_school_has_40_classes_and_1100_students()
    {
        Assert.Equal(40, DemoSchools.Large.Classes.Count);
        Assert.Equal(1100, DemoSchools.Large.Students.Count);
        Assert.Equal(Role.Teacher, DemoSchools.Large.Teachers.First().Role);
    }

    private static Journal.Core.Basics.PersonId Login(string login) => School.Logins.Single(l => l.Login == login).Person;

    private static DemoStudent Student(Journal.Core.Basics.StudentId id) => School.Students.Single(s => s.Id == id);

    private static IEnumerable<int> Guardians(DemoStudent student) =>
        School.Guardianships.Where(g => g.Student == student.Id).Select(g => g.Guardian.Value);
}
