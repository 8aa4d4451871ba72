using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

public class DeclareRollTests
{
    public static TheoryData<Case<LessonId>> Refusals =>
        new()
        {
            new("a lesson of nobody", Page, new(77), new UnknownLesson(new(77))),
            new("a lesson ahead", Page, Ahead.Id, new LessonInFuture(Ahead.Date)),
            new("a cancelled lesson", Page, Cancelled.Id, new LessonNotHeld(Cancelled.Date, LessonStatus.Cancelled)),
            new("outside the window", Page, Old.Id, new WindowClosed(Old.Date, 14)),
            new("a closed term", Closed, Now.Id, new TermClosed(TestPage.Id.Term)),
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_roll_is_refused_for_what_is_wrong_with_it(Case<LessonId> one) =>
        Assert.Equal(one.Refusal, one.Page.Decide(new DeclareRoll(TestPage.Id.Course, one.Command), Today, new(12, 0), First).Refusal);

    [Fact]
    public void The_roll_is_one_fact_and_every_absence_is_shown_to_its_own_family()
    {
        var page = WithAbsence(WithAbsence(WithAbsence(Page, Now, Boris, 1), Now, Anna, 2), Monday, Anna, 3);

        var events = page.Decide(Declare, Today, new(12, 0), First).Events;

        Assert.Equal([Shown(Anna, 2), Shown(Boris, 1), new RollDeclared(TestPage.Id.Course, TestPage.Id.Term, Now.Id)], events);
        Assert.Equal(new Concern(Student: Anna), events[0].Concern);
    }

    [Fact]
    public void A_cleared_absence_is_not_shown()
    {
        var page = WithAbsence(Page, Now, Anna, 2);
        var cleared = page.Apply(At(101, page.Decide(new SetAttendance(TestPage.Id.Course, Now.Id, Anna, "", 50), Today).Events[0]))!;

        Assert.Single(cleared.Decide(Declare, Today, new(12, 0), First).Events);
    }

    [Fact]
    public void Where_absences_are_shown_at_once_the_roll_shows_none_again()
    {
        var page = WithAbsence(Page, Now, Anna, 2) with { Rules = Page.Rules with { AbsencesWaitForRoll = false } };

        Assert.Single(page.Decide(Declare, Today, new(12, 0), First).Events);
    }

    [Fact]
    public void A_roll_is_taken_once()
    {
        var taken = Page.Apply(At(101, Page.Decide(Declare, Today, new(12, 0), First).Events[0]))!;

        var later = taken with { Seq = 200 };
        var again = later.Decide(Declare, Today, new(12, 0), First);
        Assert.Equal((null, 0, 101L), (again.Refusal, again.Events.Count, again.AlreadySince));
        Assert.Equal(Page with { Seq = 101, Rolls = taken.Rolls }, taken);
    }

    [Theory]
    [InlineData("8:19", true)]
    [InlineData("8:20", false)]
    [InlineData("17:00", false)]
    public void A_roll_opens_ten_minutes_before_the_bell(string now, bool early)
    {
        var decision = Page.Decide(Declare, Today, TimeOnly.Parse(now), First);

        Assert.Equal(early ? new RollTooEarly(new(8, 20)) : null, decision.Refusal);
    }

    [Fact]
    public void Without_bells_the_day_alone_opens_the_roll() =>
        Assert.Null(Page.Decide(Declare, Today, TimeOnly.MinValue, bell: null).Refusal);

    [Fact]
    public void The_roll_of_a_former_day_is_open_from_its_first_minute()
    {
        var declare = new DeclareRoll(TestPage.Id.Course, Monday.Id);

        Assert.Null(Page.Decide(declare, Today, TimeOnly.MinValue, First).Refusal);
    }

    private static Bell First => new(1, new(8, 30), new(9, 10));

    private static DeclareRoll Declare => new(TestPage.Id.Course, Now.Id);

    private static AbsenceShown Shown(StudentId student, int code) =>
        new(TestPage.Id.Course, TestPage.Id.Term, Now.Id, student, new AttendanceValue(new(code), null));
}
