using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

public class RecordLessonTests
{
    private static readonly PersonId Teacher = new(6);
    private static readonly PersonId Colleague = new(7);
    private static readonly Recorder Then = new(Teacher, Moment, Today);

    public static TheoryData<Case<RecordLesson>> Refusals =>
        new()
        {
            new("a lesson of nobody", Page, Write(new(77)), new UnknownLesson(new(77))),
            new("a cancelled lesson", Page, Write(Cancelled.Id), new LessonNotHeld(Cancelled.Date, LessonStatus.Cancelled)),
            new("a lesson moved away", Page, Write(Moved.Id), new LessonNotHeld(Moved.Date, LessonStatus.Moved)),
            new("outside the window", Page, Write(Old.Id), new WindowClosed(Old.Date, 14)),
            new("a closed term", Closed, Write(Now.Id), new TermClosed(TestPage.Id.Term)),
            new("a lesson ahead that was held", Page, Write(Ahead.Id, status: LessonStatus.Held), new LessonInFuture(Ahead.Date)),
            new("a lesson ahead that was covered", Page, Write(Ahead.Id, status: LessonStatus.Covered), new LessonInFuture(Ahead.Date)),
            new("cancelling", Page, Write(Now.Id, status: LessonStatus.Cancelled), new StatusNotRecorded(LessonStatus.Cancelled)),
            new("moving", Page, Write(Now.Id, status: LessonStatus.Moved), new StatusNotRecorded(LessonStatus.Moved)),
            new("a status that is none", Page, Write(Now.Id, status: (LessonStatus)99), new StatusNotRecorded((LessonStatus)99)),
            new("a long topic", Page, Write(Now.Id, new string('я', 501)), new TopicTooLong(501, 500)),
            new("long homework", Page, Write(Now.Id, null, new string('я', 2001)), new HomeworkTooLong(2001, 2000)),
            new("a topic with a zero", Page, Write(Now.Id, "а\0"), new TopicUnreadable()),
            new("homework with half a letter", Page, Write(Now.Id, null, "а\uD83D"), new HomeworkUnreadable()),
            new("somebody was faster", Written, Write(Now.Id, "Уравнения"), new LessonConflict(Written.Lessons[Now.Id], Stamp)),
        };

    private static readonly LessonStamp Stamp = new(60, Author, Moment);

    /// <summary>Today's lesson has a topic, from another screen.</summary>
    private static readonly JournalPage Written = Page with
    {
        Lessons = Page.Lessons.SetItem(Now.Id, Now with { Topic = "Дроби", Status = LessonStatus.Held, Teachers = [Colleague] }),
        Recorded = Page.Recorded.SetItem(Now.Id, Stamp),
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_record_of_a_lesson_is_refused_for_what_is_wrong_with_it(Case<RecordLesson> one) =>
        Assert.Equal(one.Refusal, one.Page.Decide(one.Command, Then).Refusal);

    [Fact]
    public void What_is_written_on_the_day_was_held_by_whoever_wrote_it()
    {
        var after = After(Page, Write(Now.Id, " Дроби ", " № 5 "));

        Assert.Equal((LessonStatus.Held, "Дроби", "№ 5"), (after.Status, after.Topic, after.Homework));
        Assert.Equal(Teacher, Assert.Single(after.Teachers));
    }

    [Fact]
    public void What_is_written_ahead_is_a_plan_and_nobodys()
    {
        var after = After(Page, Write(Ahead.Id, "Дроби", "принести циркуль"));

        Assert.Equal((LessonStatus.Planned, "Дроби", "принести циркуль"), (after.Status, after.Topic, after.Homework));
        Assert.Empty(after.Teachers);
    }

    [Fact]
    public void A_lesson_ahead_may_be_announced_as_a_distant_one() =>
        Assert.Equal(LessonStatus.Distance, After(Page, Write(Ahead.Id, status: LessonStatus.Distance)).Status);

    [Fact]
    public void Who_gave_a_lesson_stays_who_gave_it() =>
        Assert.Equal(Colleague, Assert.Single(After(Written, Write(Now.Id, "Уравнения") with { Expected = 60 }).Teachers));

    [Fact]
    public void A_covered_lesson_stays_covered_when_its_topic_is_written()
    {
        var page = Page with { Lessons = Page.Lessons.SetItem(Now.Id, Now with { Status = LessonStatus.Covered }) };

        Assert.Equal(LessonStatus.Covered, After(page, Write(Now.Id, "Дроби")).Status);
    }

    [Fact]
    public void No_homework_yet_and_none_set_are_two_records()
    {
        Assert.Null(After(Page, Write(Now.Id, "Дроби", null)).Homework);
        Assert.Equal("", After(Page, Write(Now.Id, "Дроби", "  ")).Homework);
        Assert.Equal(LessonStatus.Held, After(Page, Write(Now.Id, null, "")).Status);
    }

    [Fact]
    public void A_record_taken_back_leaves_a_planned_lesson_of_nobody()
    {
        var first = Page.Decide(Write(Now.Id, "Дроби"), Then).Events[0];
        var page = Page.Apply(At(101, first))!;

        var after = After(page, Write(Now.Id, null, null, LessonStatus.Planned) with { Expected = 101 });

        Assert.Equal((LessonStatus.Planned, null, null), (after.Status, after.Topic, after.Homework));
        Assert.Empty(after.Teachers);
    }

    [Fact]
    public void The_same_record_is_there_already()
    {
        var decision = Written.Decide(Write(Now.Id, "Дроби "), Then);

        Assert.Equal((null, 0, 60L), (decision.Refusal, decision.Events.Count, decision.AlreadySince));
    }

    [Fact]
    public void The_page_knows_the_record_and_its_version_afterwards()
    {
        var fact = Page.Decide(Write(Now.Id, "Дроби"), Then).Events[0];

        var next = Page.Apply(At(101, fact))!;

        Assert.Equal((0L, 101L), (Page.RecordOf(Now.Id).Version, next.RecordOf(Now.Id).Version));
        Assert.Equal((Author, Moment), (next.RecordOf(Now.Id).By, next.RecordOf(Now.Id).At));
        Assert.Equal("Дроби", next.Lessons[Now.Id].Topic);
    }

    private static Lesson After(JournalPage page, RecordLesson command) =>
        Assert.IsType<LessonRecorded>(Assert.Single(page.Decide(command, Then).Events)).After;

    private static RecordLesson Write(LessonId lesson, string? topic = null, string? homework = null, LessonStatus? status = null) =>
        new(TestPage.Id.Course, lesson, topic, homework, status, Expected: 0);
}
