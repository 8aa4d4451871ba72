using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

public class WorkTests
{
    private static readonly WorkTypeId Strange = new(9);

    public static TheoryData<Case<AddWork>> AddRefusals =>
        new()
        {
            new("a lesson of nobody", Page, Add(new(77)), new UnknownLesson(new(77))),
            new("outside the window", Page, Add(Old.Id), new WindowClosed(Old.Date, 14)),
            new("a cancelled lesson", Page, Add(Cancelled.Id), new LessonNotHeld(Cancelled.Date, LessonStatus.Cancelled)),
            new("a cancelled lesson ahead", Page, Add(CancelledAhead.Id), new LessonNotHeld(CancelledAhead.Date, LessonStatus.Cancelled)),
            new("a closed term", Closed, Add(Now.Id), new TermClosed(TestPage.Id.Term)),
            new("no such type", Page, Add(Now.Id) with { Type = Strange }, new UnknownWorkType(Strange)),
            new("less than nothing", Page, Add(Now.Id) with { Weight = -1 }, new WeightOutOfRange(-1)),
            new("too heavy", Page, Add(Now.Id) with { Weight = 1001 }, new WeightOutOfRange(1001)),
            new("a long title", Page, Add(Now.Id) with { Title = new string('я', 121) }, new TitleTooLong(120)),
            new("a title with half a letter", Page, Add(Now.Id) with { Title = "а\uD83D" }, new TitleUnreadable()),
            new("a title with a zero", Page, Add(Now.Id) with { Title = "а\0" }, new TitleUnreadable()),
            new("a tenth column", Full(Page), Add(Now.Id), new TooManyWorks(9)),
        };

    public static TheoryData<Case<ChangeWork>> ChangeRefusals =>
        new()
        {
            new("a column of nobody", Page, Change(new(77)), new UnknownWork(new(77))),
            new("outside the window", Page, Change(Default(Old)), new WindowClosed(Old.Date, 14)),
            new("a cancelled lesson", Page, Change(Default(Moved)), new LessonNotHeld(Moved.Date, LessonStatus.Moved)),
            new("a closed term", Closed, Change(MondayTest), new TermClosed(TestPage.Id.Term)),
            new("marks of a closed class", Marked(ClosedForA, Anna), Change(MondayTest), new TermClosed(TestPage.Id.Term)),
            new("no such type", Page, Change(MondayTest) with { Type = Strange }, new UnknownWorkType(Strange)),
            new("too heavy", Page, Change(MondayTest) with { Weight = int.MaxValue }, new WeightOutOfRange(int.MaxValue)),
            new("a long title", Page, Change(MondayTest) with { Title = new string('я', 121) }, new TitleTooLong(120)),
            new("the lesson's own to another", Page, Move(Default(Monday), Now.Id), new DefaultWorkStays(Default(Monday))),
            new("to a lesson of nobody", Page, Move(MondayTest, new(77)), new UnknownLesson(new(77))),
            new("to a lesson outside the window", Page, Move(MondayTest, Old.Id), new WindowClosed(Old.Date, 14)),
            new("to a cancelled lesson", Page, Move(MondayTest, Cancelled.Id), new LessonNotHeld(Cancelled.Date, LessonStatus.Cancelled)),
            new("with marks to a lesson ahead", Marked(Page, Anna), Move(MondayTest, Ahead.Id), new LessonInFuture(Ahead.Date)),
            new(
                "with a mark of somebody who has left",
                Marked(Page, Leaver),
                Move(MondayTest, Now.Id),
                new StudentNotInGroup(Leaver, Today)
            ),
            new(
                "with marks to a day without any",
                Marked(WithoutMarks(new(1, null, null, Anna, Today, Today)), Anna),
                Move(MondayTest, Now.Id),
                new MarksAreOff(Today)
            ),
            new("as the tenth column", Full(Page), Move(MondayTest, Now.Id), new TooManyWorks(9)),
            new(
                "to another lesson of another version",
                Page,
                Move(MondayTest, Now.Id) with
                {
                    Expected = 39,
                },
                new WorkConflict(Page.Works[MondayTest])
            ),
            new(
                "somebody was faster",
                Page,
                Change(MondayTest) with
                {
                    Weight = 200,
                    Expected = 39,
                },
                new WorkConflict(Page.Works[MondayTest])
            ),
        };

    public static TheoryData<Case<RemoveWork>> RemoveRefusals =>
        new()
        {
            new("a column of nobody", Page, Remove(new(77)), new UnknownWork(new(77))),
            new("the lesson's own", Page, Remove(Default(Monday)), new DefaultWorkStays(Default(Monday))),
            new("a closed term", Closed, Remove(MondayTest), new TermClosed(TestPage.Id.Term)),
            new("marks of a closed class", Marked(ClosedForA, Anna), Remove(MondayTest), new TermClosed(TestPage.Id.Term)),
            new("somebody was faster", Page, Remove(MondayTest) with { Expected = 39 }, new WorkConflict(Page.Works[MondayTest])),
            new("marks nobody may clear", Marked(Page, Newcomer), Remove(MondayTest), new StudentNotInGroup(Newcomer, Monday.Date)),
        };

    [Theory]
    [MemberData(nameof(AddRefusals))]
    public void A_new_column_is_refused_for_what_is_wrong_with_it(Case<AddWork> one) =>
        Assert.Equal(one.Refusal, one.Page.Decide(one.Command, TypeOf(one.Command.Type), () => new(30), Today).Refusal);

    [Theory]
    [MemberData(nameof(ChangeRefusals))]
    public void A_change_of_a_column_is_refused_for_what_is_wrong_with_it(Case<ChangeWork> one) =>
        Assert.Equal(one.Refusal, one.Page.Decide(one.Command, TypeOf(one.Command.Type), Today).Refusal);

    [Theory]
    [MemberData(nameof(RemoveRefusals))]
    public void A_column_stays_when_it_must(Case<RemoveWork> one) => Assert.Equal(one.Refusal, one.Page.Decide(one.Command, Today).Refusal);

    [Fact]
    public void An_empty_column_outside_the_window_stays() =>
        Assert.Equal(new WindowClosed(Monday.Date, 14), Page.Decide(Remove(MondayTest), Monday.Date.AddDays(15)).Refusal);

    [Fact]
    public void A_new_column_stands_last_beside_its_lesson_and_weighs_as_its_type()
    {
        var added = Assert.IsType<WorkAdded>(
            Assert.Single(Page.Decide(Add(Monday.Id) with { Title = " Тест " }, Test, () => new(30), Today).Events)
        );

        Assert.Equal(new Work(new(30), Monday.Id, Test.Id, 300, "Тест", 3, IsDefault: false, null, Shown: true), added.Work);
        var next = Page.Apply(At(101, added))!;
        Assert.Equal(new PageWork(added.Work, 101), next.Works[new(30)]);
    }

    [Fact]
    public void A_test_may_be_planned_ahead() => Assert.Single(Page.Decide(Add(Ahead.Id), Test, () => new(30), Today).Events);

    [Fact]
    public void No_number_is_spent_on_a_refused_column() =>
        Assert.NotNull(Page.Decide(Add(Old.Id), Test, () => throw new InvalidOperationException("spent"), Today).Refusal);

    [Fact]
    public void The_same_column_is_there_already()
    {
        var decision = Page.Decide(Change(MondayTest) with { Expected = 0 }, Test, Today);

        Assert.Equal((null, 0, 40L), (decision.Refusal, decision.Events.Count, decision.AlreadySince));
    }

    [Fact]
    public void A_checked_column_shows_every_mark_to_its_own_family()
    {
        var page = WithMark(WithMark(Page, HiddenTest, Boris, CellValue.Of(3)), HiddenTest, Anna, CellValue.Of(5));
        page = WithMark(page, HiddenTest, Leaver, CellValue.Empty);

        var events = page.Decide(Change(HiddenTest) with { Title = "Уравнения", Shown = true }, Test, Today).Events;

        Assert.IsType<WorkChanged>(events[^1]);
        Assert.Equal([Shown(Anna, 5), Shown(Boris, 3)], events.SkipLast(1));
        Assert.Equal(new Concern(Student: Anna), events[0].Concern);
    }

    [Fact]
    public void A_column_taken_back_hides_every_mark_from_its_own_family()
    {
        var page = WithMark(WithMark(Page, MondayTest, Boris, CellValue.Of(3)), MondayTest, Anna, CellValue.Of(5));
        page = WithMark(page, MondayTest, Newcomer, CellValue.Empty);

        var events = page.Decide(Change(MondayTest) with { Shown = false }, Test, Today).Events;

        Assert.IsType<WorkChanged>(events[^1]);
        Assert.Equal([Hidden(Anna), Hidden(Boris)], events.SkipLast(1));
        Assert.Equal(new Concern(Student: Anna), events[0].Concern);
    }

    [Fact]
    public void A_column_that_is_shown_anyway_shows_no_mark_again()
    {
        var page = WithMark(MondayTest, Anna, CellValue.Of(5));

        Assert.IsType<WorkChanged>(Assert.Single(page.Decide(Change(MondayTest) with { Weight = 200 }, Test, Today).Events));
    }

    [Fact]
    public void A_column_is_moved_with_its_marks_to_the_end_of_another_lesson()
    {
        var page = Marked(Page, Anna);

        var changed = Assert.IsType<WorkChanged>(Assert.Single(page.Decide(Move(MondayTest, Now.Id), Test, Today).Events));

        Assert.Equal((Monday.Id, 1), (changed.Before.Lesson, changed.Before.Ordinal));
        Assert.Equal((Now.Id, 1), (changed.After.Lesson, changed.After.Ordinal));
        var next = page.Apply(At(101, changed))!;
        Assert.Equal(CellValue.Of(5), next.MarkAt(MondayTest, Anna).Value);
        Assert.Equal(50, next.MarkAt(MondayTest, Anna).Version);
        var mark = next.Decide(new SetMark(TestPage.Id.Course, MondayTest, Anna, "4", null, null, false, 50), Today).Events[0];
        Assert.Equal(Now.Id, Assert.IsType<MarkSet>(mark).Lesson);
    }

    [Fact]
    public void An_empty_column_may_be_moved_ahead() => Assert.Single(Page.Decide(Move(MondayTest, Ahead.Id), Test, Today).Events);

    [Fact]
    public void A_column_moved_to_where_it_stands_is_there_already() =>
        Assert.Equal(40, Page.Decide(Move(MondayTest, Monday.Id), Test, Today).AlreadySince);

    [Fact]
    public void A_removed_column_clears_its_marks_one_change_for_each()
    {
        var page = WithMark(WithMark(Page, MondayTest, Boris, CellValue.Of(3)), MondayTest, Anna, CellValue.Of(5));
        page = WithMark(page, Default(Monday), Anna, CellValue.Of(4));

        var events = page.Decide(Remove(MondayTest), Today).Events;

        Assert.Equal([typeof(MarkSet), typeof(MarkSet), typeof(WorkRemoved)], events.Select(one => one.GetType()));
        Assert.All(events.OfType<MarkSet>(), mark => Assert.Equal(CellValue.Empty, mark.After));
        var next = events.Aggregate(page, (now, fact) => now.Apply(At(now.Seq + 1, fact))!);
        Assert.Equal([(Default(Monday), Anna)], next.Marks.Keys);
        Assert.False(next.Works.ContainsKey(MondayTest));
        Assert.Equal(page.Works.Count - 1, next.Works.Count);
    }

    private static WorkType? TypeOf(WorkTypeId id) => new[] { Answer, Test }.FirstOrDefault(type => type.Id == id);

    private static AddWork Add(LessonId lesson) => new(TestPage.Id.Course, lesson, Test.Id, null, null, null, Shown: true);

    private static ChangeWork Change(WorkId work) => new(TestPage.Id.Course, work, Test.Id, 300, "Дроби", null, Shown: true, Expected: 40);

    private static ChangeWork Move(WorkId work, LessonId to) => Change(work) with { Lesson = to };

    private static RemoveWork Remove(WorkId work) => new(TestPage.Id.Course, work, Expected: 40);

    private static MarkShown Shown(StudentId student, short mark) =>
        new(TestPage.Id.Course, TestPage.Id.Term, Monday.Id, HiddenTest, student, CellValue.Of(mark));

    private static MarkHidden Hidden(StudentId student) => new(TestPage.Id.Course, TestPage.Id.Term, Monday.Id, MondayTest, student);

    private static JournalPage Marked(JournalPage page, StudentId student) => WithMark(page, MondayTest, student, CellValue.Of(5));

    /// <summary>Today's lesson has as many columns as it may.</summary>
    private static JournalPage Full(JournalPage page) =>
        page with
        {
            Works = page.Works.SetItems(
                Enumerable
                    .Range(1, 8)
                    .Select(i => new Work(new(50 + i), Now.Id, Answer.Id, 100, null, i, IsDefault: false, null, Shown: true))
                    .Select(work => KeyValuePair.Create(work.Id, new PageWork(work, 1)))
            ),
        };
}
