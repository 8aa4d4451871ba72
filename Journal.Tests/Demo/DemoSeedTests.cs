using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Demo;
using Journal.Core.Lessons;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.School;
using Xunit.Abstractions;

namespace Journal.Tests.Demo;

public class DemoSeedTests(DemoFile demo, ITestOutputHelper output) : IClassFixture<DemoFile>
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    [Fact]
    public void The_record_of_the_demo_is_whole()
    {
        var findings = demo.Get<Verification>().Run();

        output.WriteLine($"{findings.Changes} changes in {demo.Took}");
        Assert.Empty(findings.Faults);
        Assert.True(findings.Changes > 50_000);
    }

    [Fact]
    public void The_school_has_adopted_a_regulation_that_judges_the_whole_year()
    {
        var version = demo.Roster.Regulation.On(demo.School.Year.Starts)!;

        Assert.Equal(version, demo.Roster.Regulation.On(demo.Today));
        Assert.Equal(3, version.RuleFor(RecordKind.Mark, 7, ControlWork, WorkForm.Written)?.Length);
    }

    [Fact]
    public void Every_mark_was_first_put_by_a_teacher_of_the_course_on_the_day_of_the_lesson()
    {
        var lessons = demo.Facts<LessonScheduled>().ToDictionary(l => l.Fact.Lesson, l => l.Fact);
        var marks = demo.Facts<MarkSet>();

        Assert.True(marks.Count > 20_000);
        Assert.All(marks, m => Assert.True(demo.Roster.Teaches(m.Change.Actor, m.Fact.Course, DayOf(m.Change))));
        Assert.All(
            marks.GroupBy(m => (m.Fact.Work, m.Fact.Student)),
            cell => Assert.Equal(lessons[cell.First().Fact.Lesson].Date, DayOf(cell.First().Change))
        );
        Assert.Contains(marks, m => m.Fact.Before.Due && !m.Fact.After.Due);
    }

    [Fact]
    public void Where_two_teach_together_both_gave_the_lesson()
    {
        var together = demo.Facts<LessonRecorded>().Where(l => l.Fact.After.Teachers.Length == 2).ToList();

        Assert.True(together.Count > 10);
        Assert.All(together, l => Assert.Contains(l.Change.Actor, l.Fact.After.Teachers));
        Assert.All(
            together,
            l => Assert.All(l.Fact.After.Teachers, t => Assert.True(demo.Roster.Teaches(t, l.Fact.Course, l.Fact.After.Date)))
        );
    }

    [Fact]
    public void Every_mark_was_put_while_its_lesson_was_going_on()
    {
        var lessons = demo.Facts<LessonScheduled>().ToDictionary(l => l.Fact.Lesson, l => l.Fact);

        foreach (var (change, fact) in demo.Facts<MarkSet>().Where(m => !m.Fact.Before.Due))
        {
            var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(change.At, Moscow).DateTime);
            var number = lessons[fact.Lesson].Number;
            Assert.True(time >= DemoBells.Start(number) && time <= DemoBells.End(number));
        }
    }

    [Fact]
    public void Facts_lie_in_the_log_in_the_order_of_their_moments()
    {
        var moments = demo.Facts<JournalEvent>().Select(f => f.Change.At).ToList();

        Assert.Equal(moments.Order(), moments);
        Assert.True(DateOnly.FromDateTime(moments[^1].DateTime) <= demo.Today);
    }

    [Fact]
    public void Before_is_what_was_there()
    {
        var cells = new Dictionary<(WorkId, StudentId), CellValue>();
        foreach (var (_, fact) in demo.Facts<MarkSet>())
        {
            Assert.Equal(cells.GetValueOrDefault((fact.Work, fact.Student), CellValue.Empty), fact.Before);
            cells[(fact.Work, fact.Student)] = fact.After;
        }
    }

    [Fact]
    public void The_page_of_7B_has_lessons_with_topics_marks_absences_and_columns()
    {
        var page = demo.Pages.Read(new(AlgebraOf("7Б"), new(2)))!;
        var past = page.Lessons.Values.Where(l => l.Date <= demo.Today).ToList();

        Assert.Equal(28, page.Students.Count);
        Assert.All(past, l => Assert.Equal(LessonStatus.Held, l.Status));
        Assert.Contains(past, l => l.Topic is { Length: > 5 } && l.Homework is { Length: > 2 });
        Assert.Contains(page.Lessons.Values, l => l.Date > demo.Today && l.Status == LessonStatus.Planned);
        Assert.NotEmpty(page.Marks);
        Assert.NotEmpty(page.Attendance);
        Assert.NotEmpty(page.Rolls);
    }

    [Fact]
    public void The_student_who_changed_class_carries_the_marks_of_the_quarter_along()
    {
        var moved = demo.School.Students.Single(s => s.Moved is not null);

        var carried = demo
            .School.Courses.Where(c => demo.School.GroupOf(c).Group.Name == "7Б")
            .SelectMany(c => demo.Pages.Read(new(c.Id, new(1)))!.Carried);

        Assert.NotEmpty(carried);
        Assert.All(carried, mark => Assert.Equal(moved.Id, mark.Student));
    }

    [Fact]
    public void A_first_grade_cannot_be_marked()
    {
        var first = demo.School.Courses.Where(c => c.Grade == 1).Select(c => demo.Pages.Read(new(c.Id, new(2)))!).ToList();

        Assert.All(first, page => Assert.Empty(page.Works));
        Assert.All(first, page => Assert.NotEmpty(page.Rules.MarksOff));
        Assert.Contains(first, page => !page.Attendance.IsEmpty);
    }

    [Fact]
    public void The_people_of_the_sign_ins_may_what_their_roles_say()
    {
        var algebra = AlgebraOf("7Б");

        Assert.True(demo.Roster.Teaches(Person("teacher"), algebra, demo.Today));
        Assert.Equal("7Б", Assert.Single(demo.Roster.ClassesLedBy(Person("class-teacher"), demo.Today)).Name);
        Assert.True(demo.Roster.ReadsWholeSchool(Person("director"), demo.Today));
        Assert.True(demo.Roster.ReadsWholeSchool(Person("deputy"), demo.Today));
        Assert.True(demo.Roster.ReadsWholeSchool(Person("admin"), demo.Today));
        Assert.False(demo.Roster.ReadsWholeSchool(Person("registrar"), demo.Today));
        Assert.True(demo.Roster.RunsTheServer(Person("technician"), demo.Today));
        Assert.False(demo.Roster.ReadsWholeSchool(Person("technician"), demo.Today));
        Assert.Equal(2, demo.Roster.ChildrenOf(Person("parent"), demo.Today).Count());
        Assert.True(demo.Roster.IsStudent(Person("student")));
        Assert.False(demo.Roster.MayReadCourse(Person("parent"), algebra, demo.Today));
    }

    [Fact]
    public void Absences_keep_the_fact_apart_from_the_reason_and_some_reasons_are_still_owed()
    {
        var absences = demo.Facts<AttendanceSet>();
        var reasons = demo.Facts<ReasonSet>();

        Assert.All(reasons, r => Assert.True(demo.Roster.Leads(r.Change.Actor, r.Fact.Class, DayOf(r.Change))));
        Assert.InRange(reasons.Count, absences.Count / 2, absences.Count - 20);
        Assert.Contains(reasons, r => r.Fact.After!.Document is not null);
    }

    private WorkTypeId ControlWork => demo.Roster.WorkTypes.Values.Single(type => type.Name == "контрольная работа").Id;

    private static DateOnly DayOf(Committed change) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(change.At, Moscow).DateTime);

    private CourseId AlgebraOf(string name) =>
        demo.School.Courses.Single(c => c.Subject.Name == "Алгебра" && demo.School.GroupOf(c).Group.Name == name).Id;

    private PersonId Person(string login) => demo.School.Logins.Single(l => l.Login == login).Person;
}
