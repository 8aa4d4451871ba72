using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.Register;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

/// <summary>A lesson's own task and those for some, on the page alone.</summary>
public class SetHomeworkTests
{
    private static readonly PersonId Teacher = new(6);
    private static readonly HomeworkDetails ForTuesday = HomeworkDetails.None with
    {
        Due = new(2026, 11, 24),
        Minutes = 30,
        Way = "письменно",
    };
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    /// <summary>Set an hour ago by a colleague.</summary>
    private static readonly JournalPage Set = After(Page, Own("§ 5", ForTuesday), Moment - AnHour);

    private static readonly HomeworkFile File = new(new("0199a0de-0000-7000-8000-000000000001"), "а.pdf", 10, "application/pdf", "00");

    public static TheoryData<Case<SetHomework>> Refusals =>
        new()
        {
            new("a lesson of nobody", Page, Own("§ 5") with { Lesson = new(77) }, new UnknownLesson(new(77))),
            new(
                "a cancelled lesson",
                Page,
                Own("§ 5") with
                {
                    Lesson = Cancelled.Id,
                },
                new LessonNotHeld(Cancelled.Date, LessonStatus.Cancelled)
            ),
            new("outside the window", Page, Own("§ 5") with { Lesson = Old.Id }, new WindowClosed(Old.Date, 14)),
            new("a closed term", Closed, Own("§ 5"), new TermClosed(TestPage.Id.Term)),
            new("a long text", Page, Own(new string('я', 2001)), new HomeworkTooLong(2001, 2000)),
            new("a text with a zero", Page, Own("а\0"), new HomeworkUnreadable()),
            new("no time at all", Page, Own("§ 5", ForTuesday with { Minutes = 0 }), new HomeworkMinutesOutOfRange(0, 600)),
            new("longer than a day", Page, Own("§ 5", ForTuesday with { Minutes = 601 }), new HomeworkMinutesOutOfRange(601, 600)),
            new("for the same day", Page, Own("§ 5", ForTuesday with { Due = Today }), new HomeworkDueOutOfRange(Today, Today)),
            new(
                "for another life",
                Page,
                Own("§ 5", ForTuesday with { Due = new(2028, 1, 1) }),
                new HomeworkDueOutOfRange(new(2028, 1, 1), Today)
            ),
            new("a long way", Page, Own("§ 5", ForTuesday with { Way = new string('я', 201) }), new HomeworkDetailTooLong(201, 200)),
            new("pages with half a letter", Page, Own("§ 5", ForTuesday with { Pages = "а\uD83D" }), new HomeworkUnreadable()),
            new(
                "too many files",
                Page,
                Own("§ 5", ForTuesday with { Files = [.. Enumerable.Range(0, 11).Select(i => File with { Name = $"{i}" })] }),
                new TooManyHomeworkFiles(11, 10)
            ),
            new("a task that is none", Page, Own("§ 5") with { Task = new(9) }, new UnknownHomework(new(9))),
            new("a task for some that is none", Page, Some("карточка", Anna) with { Task = new(9) }, new UnknownHomework(new(9))),
            new("the lesson's own as one for some", Set, Some("карточка", Anna) with { Task = new(1) }, new UnknownHomework(new(1))),
            new("a time for nothing", Page, Own("", ForTuesday), new HomeworkMissing()),
            new("nothing for some", Page, Some(" ", Anna), new HomeworkMissing()),
            new("for nobody", Page, Some("карточка"), new HomeworkForNobody()),
            new("for somebody who has left", Page, Some("карточка", Anna, Leaver), new StudentNotInGroup(Leaver, Today)),
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_task_is_refused_for_what_is_wrong_with_it(Case<SetHomework> one) =>
        Assert.Equal(one.Refusal, one.Page.Decide(one.Command, At(Moment), Id).Refusal);

    [Fact]
    public void A_text_alone_is_the_line_of_the_journal_and_nothing_else()
    {
        var fact = Assert.Single(Page.Decide(Own(" § 5 "), At(Moment), Id).Events);

        var after = Assert.IsType<LessonRecorded>(fact).After;
        Assert.Equal(("§ 5", LessonStatus.Held), (after.Homework, after.Status));
        Assert.Equal(new HomeworkTimes(Moment), after.HomeworkTimes);
    }

    [Fact]
    public void A_task_with_a_day_and_a_time_is_found_on_the_page_with_its_lesson()
    {
        var task = Assert.Single(Set.Shape.TasksOf(Now.Id));

        Assert.Equal((ForTuesday, false, null), (task.Task.Details, task.Task.IsForSome, task.Task.Text));
        Assert.Equal("§ 5", Set.Lessons[Now.Id].Homework);
        Assert.Same(task, Set.OwnTaskOf(Now.Id));
    }

    [Fact]
    public void The_same_again_changes_nothing() =>
        Assert.Equal(Set.OwnTaskOf(Now.Id)!.Stamp.Version, Set.Decide(Seen("§ 5", ForTuesday), At(Moment), Id).AlreadySince);

    [Fact]
    public void A_correction_within_ten_minutes_is_none_to_a_family_and_later_it_is()
    {
        var soon = After(Set, Seen("§ 6", ForTuesday), Moment - AnHour + TimeSpan.FromMinutes(9));
        var late = After(Set, Seen("§ 6", ForTuesday), Moment);

        Assert.Null(soon.Lessons[Now.Id].HomeworkTimes!.Changed);
        Assert.Equal(Moment, late.Lessons[Now.Id].HomeworkTimes!.Changed);
        Assert.Equal(Moment - AnHour, late.Lessons[Now.Id].HomeworkTimes!.Since);
    }

    [Fact]
    public void Withdrawn_it_has_neither_text_nor_day_and_families_learn_when()
    {
        var gone = After(Set, Seen(null, HomeworkDetails.None), Moment);

        Assert.Null(gone.Lessons[Now.Id].Homework);
        Assert.Equal(HomeworkDetails.None, gone.OwnTaskOf(Now.Id)!.Task.Details);
        Assert.Equal(Moment, gone.Lessons[Now.Id].HomeworkTimes!.Changed);
    }

    [Fact]
    public void What_a_colleague_has_written_meanwhile_is_shown_and_stays()
    {
        var conflict = Assert.IsType<HomeworkConflict>(Set.Decide(Own("§ 7", ForTuesday), At(Moment), Id).Refusal);

        Assert.Equal(("§ 5", ForTuesday, Set.OwnTaskOf(Now.Id)!.Stamp.Version), (conflict.Text, conflict.Details, conflict.Version));
        Assert.Equal(Author, conflict.Stamp.By);
    }

    [Fact]
    public void A_line_typed_into_the_grid_meanwhile_is_a_conflict_too_and_a_topic_is_none()
    {
        var topic = After(Set, new RecordLesson(TestPage.Id.Course, Now.Id, "Дроби", "§ 5", null, Set.RecordOf(Now.Id).Version));
        var line = After(Set, new RecordLesson(TestPage.Id.Course, Now.Id, null, "§ 8", null, Set.RecordOf(Now.Id).Version));

        Assert.Null(topic.Decide(Seen("§ 6", ForTuesday), At(Moment), Id).Refusal);
        Assert.Equal("§ 8", Assert.IsType<HomeworkConflict>(line.Decide(Seen("§ 6", ForTuesday), At(Moment), Id).Refusal).Text);
    }

    [Fact]
    public void A_line_emptied_in_the_grid_takes_the_day_and_the_files_along()
    {
        var facts = Set.Decide(
            new RecordLesson(TestPage.Id.Course, Now.Id, "Дроби", "", null, Set.RecordOf(Now.Id).Version),
            At(Moment)
        ).Events;

        Assert.Equal(HomeworkDetails.None, Assert.IsType<HomeworkSet>(facts[0]).After.Details);
        Assert.Equal("", Assert.IsType<LessonRecorded>(facts[^1]).After.Homework);
    }

    [Fact]
    public void A_day_added_to_what_families_have_long_read_is_a_correction()
    {
        var line = After(Page, Own("§ 5"), Moment - AnHour);

        var fact = Assert.Single(line.Decide(Own("§ 5", ForTuesday) with { Seen = "§ 5" }, At(Moment), Id).Events);

        Assert.Equal(new HomeworkTimes(Moment - AnHour, Moment), Assert.IsType<HomeworkSet>(fact).After.Times);
    }

    [Fact]
    public void A_task_can_be_taken_from_somebody_who_has_left_since()
    {
        var before = After(Page, Some("карточка", Anna, Boris));
        var known = Assert.Single(before.Shape.TasksOf(Now.Id));
        var left = before with { Students = before.Students.Remove(Boris) };
        var same = Some("другая", Anna, Boris) with { Task = known.Task.Id, Expected = known.Stamp.Version };

        Assert.Null(left.Decide(same, At(Moment), Id).Refusal);
        Assert.Null(left.Decide(Some(null) with { Task = known.Task.Id, Expected = known.Stamp.Version }, At(Moment), Id).Refusal);
    }

    [Fact]
    public void A_task_for_some_is_told_to_each_of_them_alone()
    {
        var facts = Page.Decide(Some("карточка", Boris, Anna, Anna), At(Moment), Id).Events;

        Assert.Equal([Boris, Anna], facts.OfType<HomeworkGiven>().Select(one => one.Student));
        Assert.Null(facts[0].Concern.Student);
        Assert.All(facts.Skip(1), one => Assert.NotNull(one.Concern.Student));
        Assert.Null(Page.Lessons[Now.Id].Homework);
    }

    [Fact]
    public void Another_student_instead_is_a_change_of_the_task()
    {
        var before = After(Page, Some("карточка", Anna));
        var known = Assert.Single(before.Shape.TasksOf(Now.Id));

        var after = After(before, Some("карточка", Boris) with { Task = known.Task.Id, Expected = known.Stamp.Version });

        var task = Assert.Single(after.Shape.TasksOf(Now.Id));
        Assert.Equal(Boris, Assert.Single(task.Students));
        Assert.True(task.Stamp.Version > known.Stamp.Version);
        Assert.IsType<HomeworkConflict>(
            after.Decide(Some("другое", Boris) with { Task = known.Task.Id, Expected = known.Stamp.Version }, At(Moment), Id).Refusal
        );
    }

    [Fact]
    public void Whom_a_task_was_for_is_told_that_it_was_withdrawn()
    {
        var before = After(Page, Some("карточка", Anna));
        var known = Assert.Single(before.Shape.TasksOf(Now.Id));

        var facts = before.Decide(Some(null) with { Task = known.Task.Id, Expected = known.Stamp.Version }, At(Moment + AnHour), Id).Events;

        Assert.Equal(Anna, Assert.Single(facts.OfType<HomeworkGiven>()).Student);
        var after = Assert.Single(facts.OfType<HomeworkSet>()).After;
        Assert.Null(after.Text);
        Assert.Equal(Moment + AnHour, after.Times!.Changed);
    }

    private static SetHomework Own(string? text, HomeworkDetails? details = null) =>
        new(TestPage.Id.Course, Now.Id, null, text, details ?? HomeworkDetails.None, null, null, 0);

    private static SetHomework Seen(string? text, HomeworkDetails details) =>
        Own(text, details) with
        {
            Seen = "§ 5",
            Expected = Set.OwnTaskOf(Now.Id)!.Stamp.Version,
        };

    private static SetHomework Some(string? text, params StudentId[] students) =>
        new(TestPage.Id.Course, Now.Id, null, text, HomeworkDetails.None, students, null, 0);

    private static Recorder At(DateTimeOffset moment) => new(Teacher, moment, Today);

    private static HomeworkId Id() => new(1);

    private static JournalPage After(JournalPage page, SetHomework command, DateTimeOffset? moment = null) =>
        Apply(page, page.Decide(command, At(moment ?? Moment), Id).Events);

    private static JournalPage After(JournalPage page, RecordLesson command) => Apply(page, page.Decide(command, At(Moment)).Events);

    private static JournalPage Apply(JournalPage page, IReadOnlyList<JournalEvent> facts)
    {
        Assert.NotEmpty(facts);
        return facts.Aggregate(page, (now, fact) => now.Apply(new Committed(now.Seq + 1, Moment, Author, fact))!);
    }
}
