using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

public class SetAttendanceTests
{
    public static TheoryData<Case<SetAttendance>> Refusals =>
        new()
        {
            new("a lesson of nobody", Page, Put("н", new(77)), new UnknownLesson(new(77))),
            new("a student of nobody", Page, Put("н", student: Nobody), new StudentNotInGroup(Nobody, Today)),
            new("before arrival", Page, Put("н", Monday.Id, Newcomer), new StudentNotInGroup(Newcomer, Monday.Date)),
            new("after leaving", Page, Put("н", student: Leaver), new StudentNotInGroup(Leaver, Today)),
            new("a lesson ahead", Page, Put("н", Ahead.Id), new LessonInFuture(Ahead.Date)),
            new("a cancelled lesson", Page, Put("н", Cancelled.Id), new LessonNotHeld(Cancelled.Date, LessonStatus.Cancelled)),
            new("a moved lesson", Page, Put("н", Moved.Id), new LessonNotHeld(Moved.Date, LessonStatus.Moved)),
            new("a closed term", ClosedForA, Put("н"), new TermClosed(TestPage.Id.Term)),
            new("outside the window", Page, Put("н", Old.Id), new WindowClosed(Old.Date, 14)),
            new("no code", Page, Put("щ"), new NotAnAttendanceCode("щ")),
            new("minutes of an absence", Page, Put("н5"), new MinutesOnlyWhenLate("н")),
            new("too late to be late", Page, Put("о91"), new MinutesOutOfRange(91, 90)),
            new("late by nothing", Page, Put("о0"), new MinutesOutOfRange(0, 90)),
            new("a kilobyte", Page, Put(new string('н', 1000)), new ValueTooLong(1000, TypedAttendance.Longest)),
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void An_absence_is_refused_for_what_is_wrong_with_it(Case<SetAttendance> one) =>
        Assert.Equal(one.Refusal, one.Page.Decide(one.Command, Today).Refusal);

    [Theory]
    [InlineData("н", 1, null)]
    [InlineData("б", 2, null)]
    [InlineData("о15", 4, 15)]
    public void What_was_typed_is_the_whole_value_of_the_cell(string typed, int code, int? minutes)
    {
        var set = Assert.IsType<AttendanceSet>(Assert.Single(Page.Decide(Put(typed), Today).Events));

        Assert.Equal((AttendanceValue.Empty, new AttendanceValue(new(code), minutes)), (set.Before, set.After));
        Assert.Equal(new Concern(TestPage.Id.Course, ClassA, Anna), set.Concern);
    }

    [Fact]
    public void Where_no_marks_are_put_absences_are()
    {
        var page = WithoutMarks(new MarksOff(1, null, null, null, new(2026, 9, 1), null));

        Assert.Single(page.Decide(Put("н"), Today).Events);
    }

    [Fact]
    public void Who_was_slower_is_told_what_the_cell_holds()
    {
        var page = WithAbsence(Page, Now, Anna, code: 2);

        Assert.Equal(new AttendanceConflict(page.AttendanceAt(Now.Id, Anna), "б"), page.Decide(Put("н"), Today).Refusal);
    }

    [Fact]
    public void The_same_value_is_there_already_whatever_version_was_expected()
    {
        var decision = WithAbsence(Page, Now, Anna, code: 1).Decide(Put("н", expected: 3), Today);

        Assert.Equal((null, 0, 50L), (decision.Refusal, decision.Events.Count, decision.AlreadySince));
    }

    [Fact]
    public void Families_see_an_absence_when_the_roll_is_taken_or_at_once_by_the_schools_setting()
    {
        var taken = Page with { Rolls = Page.Rolls.Add(Now.Id, new(60, Author, Moment)) };
        var atOnce = Page with { Rules = Page.Rules with { AbsencesWaitForRoll = false } };

        Assert.False(Shown(Page));
        Assert.True(Shown(taken));
        Assert.True(Shown(atOnce));

        static bool Shown(JournalPage page) => Assert.IsType<AttendanceSet>(Assert.Single(page.Decide(Put("н"), Today).Events)).Shown;
    }

    [Fact]
    public void A_decided_absence_changes_its_cell_and_nothing_else()
    {
        var next = Page.Apply(At(101, Page.Decide(Put("н"), Today).Events[0]))!;

        Assert.Equal(new AttendanceCell(new AttendanceValue(new(1), null), 101, Author, Moment), next.AttendanceAt(Now.Id, Anna));
        Assert.Equal(Page with { Seq = 101, Attendance = next.Attendance }, next);
    }

    private static SetAttendance Put(string value, LessonId? lesson = null, StudentId? student = null, long expected = 0) =>
        new(TestPage.Id.Course, lesson ?? Now.Id, student ?? Anna, value, expected);
}
