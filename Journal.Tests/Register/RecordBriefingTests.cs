using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

public class RecordBriefingTests
{
    private static readonly DateOnly NewYear = new(2027, 1, 1);
    private static readonly Recorder By = new(Author, Moment, Today);

    [Fact]
    public void A_briefing_is_part_of_the_lessons_record()
    {
        var fact = (LessonRecorded)Page.Decide(Briefing(Now.Id, " № 12 "), By).Events[0];

        Assert.Equal(Now with { Briefing = "№ 12" }, fact.After);
        Assert.Empty(Page.Apply(At(101, fact))!.Decide(Briefing(Now.Id, "№ 12", 101), By).Events);
        Assert.IsType<LessonConflict>(Page.Apply(At(101, fact))!.Decide(Briefing(Now.Id, "№ 13"), By).Refusal);
    }

    [Fact]
    public void It_is_not_written_ahead_nor_where_the_lesson_is_closed()
    {
        Assert.Equal(new LessonInFuture(Ahead.Date), Page.Decide(Briefing(Ahead.Id, "№ 1"), By).Refusal);
        Assert.Equal(new WindowClosed(Old.Date, 14), Page.Decide(Briefing(Old.Id, "№ 1"), By).Refusal);
        Assert.Equal(new UnknownLesson(new(77)), Page.Decide(Briefing(new(77), "№ 1"), By).Refusal);
        Assert.Equal(new BriefingUnfit(200), Page.Decide(Briefing(Now.Id, new string('я', 201)), By).Refusal);
        Assert.Equal(new BriefingUnfit(200), Page.Decide(Briefing(Now.Id, "а\0"), By).Refusal);
    }

    [Fact]
    public void The_course_begins_its_half_year_with_the_first_lesson_that_takes_place()
    {
        Assert.True(Page.BeginsHalfYear(Old, NewYear, []));
        Assert.False(Page.BeginsHalfYear(Monday, NewYear, []));
        var lost = Page with { Lessons = Page.Lessons.SetItem(Old.Id, Old with { Status = LessonStatus.Cancelled }) };
        Assert.True(lost.BeginsHalfYear(Monday, NewYear, []));
    }

    [Fact]
    public void A_term_of_the_same_half_year_has_begun_it_already()
    {
        Assert.False(Page.BeginsHalfYear(Old, NewYear, [new(2026, 10, 25)]));
        Assert.True(Page.BeginsHalfYear(Old, new(2026, 11, 1), [new(2026, 10, 25)]));
    }

    [Fact]
    public void A_term_over_the_new_year_has_two_beginnings()
    {
        var newYear = new DateOnly(2026, 11, 17);

        Assert.True(Page.BeginsHalfYear(Old, newYear, []));
        Assert.True(Page.BeginsHalfYear(Now, newYear, [new(2026, 10, 25)]));
        Assert.False(Page.BeginsHalfYear(Ahead, newYear, []));
    }

    private static RecordBriefing Briefing(LessonId lesson, string? text, long expected = 0) => new(Page.Id.Course, lesson, text, expected);
}
