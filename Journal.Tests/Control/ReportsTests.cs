using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Control;

/// <summary>
/// On 20 November nobody has recorded anything: of 7Б two lessons of algebra and one of English in each subgroup are overdue with topic, roll and
/// homework each.
/// </summary>
public sealed class ReportsTests : IAsyncLifetime
{
    private readonly SmallSchool _school = new();

    private Readings Doors => _school.Get<Readings>();

    public Task InitializeAsync() => _school.Writer.AdoptRegulation();

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_class_sees_what_is_overdue_in_its_courses_with_who_owes_it()
    {
        var owed = await Owed();

        Assert.Equal(12, owed.Total);
        Assert.Equal(
            [Algebra, EnglishOfFirst, EnglishOfSecond],
            owed.Lines.Select(one => one.What.Key.Course).Distinct().OrderBy(one => one.Value)
        );
        Assert.All(
            owed.Lines,
            one => Assert.Equal(one.What.Key.Course == Algebra ? Teacher.Person : OtherTeacher.Person, Assert.Single(one.Owing))
        );
        Assert.Equal(owed.Lines.OrderBy(one => one.What.Since), owed.Lines);
        Assert.True(owed.MayReport);
        Assert.False((await Doors.Omissions(Deputy.Person, Class7B))!.MayReport);
    }

    [Fact]
    public async Task What_is_recorded_is_owed_no_more_and_the_own_is_no_colleagues()
    {
        await Accepted(new RecordLesson(Algebra, Lesson16, "Дроби", "№ 5", null, 0), Teacher);
        await Accepted(new DeclareRoll(Algebra, Lesson16), Teacher);
        Assert.Equal(9, (await Owed()).Total);

        await _school.Writer.Record(new Core.Courses.LoadGiven(Algebra, ClassTeacher.Person, YearStart));

        Assert.DoesNotContain((await Owed()).Lines, one => one.What.Key.Course == Algebra);
    }

    [Fact]
    public async Task The_class_teacher_tells_and_the_deputy_takes_it_up()
    {
        var line = (await Owed()).Lines[0].What;
        await Accepted(new ReportOmissions(Class7B, [line.Key], "Третью неделю"), ClassTeacher);

        var report = Assert.Single((await Doors.Reports(Deputy.Person))!.Reports);
        Assert.Equal((Class7B, ClassTeacher.Person, "Третью неделю"), (report.Class, report.Made.By, report.Note));
        Assert.Equal(line, Assert.Single(report.Lines));
        Assert.Equal(report.Id, (await Owed()).ReportOf(line.Key)!.Id);

        await Accepted(new SettleReport(report.Id, "Поговорю с ним"), Deputy);

        Assert.Equal(0, (await Doors.Reports(Director.Person))!.Total);
        var answered = Assert.Single((await Owed()).Reports);
        Assert.Equal(("Поговорю с ним", Deputy.Person), (answered.Answer, answered.Settled!.By));
        Assert.Null((await Owed()).ReportOf(line.Key));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task A_line_is_reported_once_until_it_is_answered()
    {
        var lines = (await Owed()).Lines.Select(one => one.What.Key).ToArray();
        await Accepted(new ReportOmissions(Class7B, lines[..3], null), ClassTeacher);

        Assert.IsType<OmissionReportedAlready>(await Refused(new ReportOmissions(Class7B, lines, null), ClassTeacher));
        await Accepted(new ReportOmissions(Class7B, lines[3..], null), ClassTeacher);

        Assert.Equal([2, 1], (await Doors.Reports(Deputy.Person))!.Reports.Select(report => report.Id.Value));
        await Accepted(new SettleReport(new(1), null), Administrator);
        await Accepted(new ReportOmissions(Class7B, lines[..1], null), ClassTeacher);
    }

    [Fact]
    public async Task Only_what_the_class_is_owed_can_be_told_by_its_class_teacher()
    {
        var topic = new OmissionKey(Algebra, Lesson16, RecordKind.Topic, null);
        OmissionKey[] wrong =
        [
            new(Algebra8A, Lesson8A, RecordKind.Topic, null),
            new(Algebra, Lesson8A, RecordKind.Topic, null),
            new(Algebra, LessonToday, RecordKind.Topic, null),
            new(Algebra, Lesson16, RecordKind.Mark, Work16),
            new(new(99), Lesson16, RecordKind.Topic, null),
        ];
        foreach (var line in wrong)
            Assert.Equal(new OmissionNotOwed(), await Refused(new ReportOmissions(Class7B, [line], null), ClassTeacher));
        foreach (var who in new[] { Deputy, Teacher, Parent, new Actor(Anna.Person) })
            Assert.Equal(new Forbidden(), await Refused(new ReportOmissions(Class7B, [topic], null), who));

        await Accepted(new RecordLesson(Algebra, Lesson16, "Дроби", null, null, 0), Teacher);
        Assert.Equal(new OmissionNotOwed(), await Refused(new ReportOmissions(Class7B, [topic], null), ClassTeacher));
    }

    [Fact]
    public async Task Whoever_stands_in_for_the_class_teacher_tells_as_she_does()
    {
        await _school.Writer.Record(new Core.Classes.ClassTeacherAppointed(Class7B, OtherTeacher.Person, Today, Today.AddDays(1)));

        // English is the own one, and no colleague's.
        var owed = (await Doors.Omissions(OtherTeacher.Person, Class7B))!;
        Assert.All(owed.Lines, one => Assert.Equal(Algebra, one.What.Key.Course));
        await Accepted(new ReportOmissions(Class7B, [owed.Lines[0].What.Key], null), OtherTeacher);

        _school.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new Forbidden(), await Refused(new ReportOmissions(Class7B, [owed.Lines[1].What.Key], null), OtherTeacher));
    }

    [Fact]
    public async Task An_answer_stays_in_sight_for_some_days_and_one_given_twice_is_refused()
    {
        await Accepted(new ReportOmissions(Class7B, [(await Owed()).Lines[0].What.Key], null), ClassTeacher);
        Assert.Equal(new UnknownReport(new(9)), await Refused(new SettleReport(new(9), null), Deputy));
        await Accepted(new SettleReport(new(1), null), Deputy);
        Assert.Equal(new ReportSettledAlready(), await Refused(new SettleReport(new(1), "Нет"), Director));
        Assert.IsType<Unchanged>(await _school.Writer.Submit(new SettleReport(new(1), " "), Director));

        _school.Clock.Advance(TimeSpan.FromDays(11));

        Assert.Empty((await Owed()).Reports);
    }

    private async Task<ClassOmissions> Owed() => (await Doors.Omissions(ClassTeacher.Person, Class7B))!;

    private async Task Accepted(Command command, Actor who) => Assert.IsType<Applied>(await _school.Writer.Submit(command, who));

    private async Task<Refusal> Refused(Command command, Actor who) =>
        Assert.IsType<Refused>(await _school.Writer.Submit(command, who)).Why;
}
