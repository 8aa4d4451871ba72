using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Courses;

public sealed class TeacherAbsenceTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    public static TheoryData<string, RecordTeacherAbsence, Refusal> Refused =>
        new()
        {
            { "who teaches nothing", Ill(0) with { Teacher = Parent.Person }, new NotATeacher(Parent.Person) },
            { "over before it begins", Ill(-1), new AbsenceDaysWrong(Today, Today.AddDays(-1), 366) },
            { "longer than a year", Ill(366), new AbsenceDaysWrong(Today, Today.AddDays(366), 366) },
            { "a number of two lines", Ill(0) with { Order = "1\n2" }, new OrderNumberUnfit(100) },
            { "a number too long", Ill(0) with { Order = new string('1', 101) }, new OrderNumberUnfit(100) },
            { "one that was never recorded", Ill(0) with { Absence = new(5) }, new UnknownTeacherAbsence(new(5)) },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_wrong_with_it_is_said(string why, RecordTeacherAbsence command, Refusal refusal) =>
        Assert.True(refusal == _school.Roster.Decide(command, () => new(1)).Refusal, why);

    [Fact]
    public async Task A_teacher_is_away_from_the_first_day_to_the_last()
    {
        await _school.Writer.Submit(Ill(2), Deputy);

        Assert.True(_school.Roster.IsAway(Teacher.Person, Today));
        Assert.True(_school.Roster.IsAway(Teacher.Person, Today.AddDays(2)));
        Assert.False(_school.Roster.IsAway(Teacher.Person, Today.AddDays(3)));
        Assert.False(_school.Roster.IsAway(OtherTeacher.Person, Today));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task While_the_teacher_is_away_nothing_falls_due()
    {
        await _school.Writer.AdoptRegulation();
        _school.Clock.Advance(TimeSpan.FromHours(16));
        Assert.Contains((await Debts()).Debts, one => one.Lesson.Id == LessonToday && one.Debt.Due is not null);

        await _school.Writer.Submit(Ill(6), Deputy);

        var asleep = (await Debts()).Debts.Where(one => one.Lesson.Id == LessonToday).ToArray();
        Assert.NotEmpty(asleep);
        Assert.All(
            asleep,
            one => Assert.True(one.Debt.Due is null || _school.Get<SchoolClock>().DayOf(one.Debt.Due.Value) > Today.AddDays(6))
        );
        Assert.True((await Debts()).IsQuiet);
    }

    [Fact]
    public async Task Two_absences_of_one_teacher_do_not_overlap_and_a_correction_says_over_what()
    {
        var first = await _school.Writer.Submit(Ill(2), Deputy);
        var now = Assert.Single(_school.Roster.AbsencesOf[Teacher.Person]);

        var second = await _school.Writer.Submit(Ill(0) with { From = Today.AddDays(2), To = Today.AddDays(9) }, Deputy);
        var stale = await _school.Writer.Submit(Ill(4) with { Absence = now.What.Id }, Deputy);
        var longer = await _school.Writer.Submit(Ill(4) with { Absence = now.What.Id, Expected = now.Version }, Deputy);

        Assert.IsType<Applied>(first);
        Assert.Equal(new Refused(new AbsencesOverlap(now.What.From, now.What.To)), second);
        Assert.Equal(new Refused(new TeacherAbsenceConflict(now)), stale);
        Assert.IsType<Applied>(longer);
        Assert.Equal(Today.AddDays(4), Assert.Single(_school.Roster.AbsencesOf[Teacher.Person]).What.To);
    }

    [Fact]
    public async Task Recorded_by_mistake_it_is_taken_back_and_its_number_is_not_used_again()
    {
        await _school.Writer.Submit(Ill(2), Deputy);
        var now = Assert.Single(_school.Roster.AbsencesOf[Teacher.Person]);

        Assert.IsType<Applied>(await _school.Writer.Submit(new RevokeTeacherAbsence(now.What.Id, now.Version), Deputy));

        Assert.False(_school.Roster.IsAway(Teacher.Person, Today));
        await _school.Writer.Submit(Ill(2), Deputy);
        Assert.NotEqual(now.What.Id, Assert.Single(_school.Roster.AbsencesOf[Teacher.Person]).What.Id);
        Assert.Empty(_school.Verify().Faults);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private Task<Core.Control.DebtList> Debts() => _school.Get<Readings>().Debts(Teacher.Person);

    private static RecordTeacherAbsence Ill(int days) =>
        new(null, Teacher.Person, Today, Today.AddDays(days), TeacherAbsenceCause.Ill, null, 0);
}
