using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

public class SetMarkTests
{
    private static readonly DateOnly From = new(2026, 11, 1);
    private static readonly WorkId NowColumn = Default(Now);

    public static TheoryData<Case<SetMark>> Refusals =>
        new()
        {
            new("a column of nobody", Page, Put("5", work: new(77)), new UnknownWork(new(77))),
            new("a student of nobody", Page, Put("5", student: Nobody), new StudentNotInGroup(Nobody, Today)),
            new("before arrival", Page, Put("5", Default(Monday), Newcomer), new StudentNotInGroup(Newcomer, Monday.Date)),
            new("after leaving", Page, Put("5", student: Leaver), new StudentNotInGroup(Leaver, Today)),
            new("a lesson ahead", Page, Put("5", Default(Ahead)), new LessonInFuture(Ahead.Date)),
            new("a cancelled lesson", Page, Put("5", Default(Cancelled)), new LessonNotHeld(Cancelled.Date, LessonStatus.Cancelled)),
            new("a moved lesson", Page, Put("5", Default(Moved)), new LessonNotHeld(Moved.Date, LessonStatus.Moved)),
            new("a closed term", ClosedForA, Put("5"), new TermClosed(TestPage.Id.Term)),
            new("outside the window", Page, Put("5", Default(Old)), new WindowClosed(Old.Date, 14)),
            new("marks off for the course", Off(course: TestPage.Id.Course), Put("5"), new MarksAreOff(Today)),
            new("marks off for the class", Off(schoolClass: ClassA), Put("5"), new MarksAreOff(Today)),
            new("marks off for the student", Off(student: Anna), Put("5"), new MarksAreOff(Today)),
            new(
                "marks off for the class of that day",
                Off(schoolClass: ClassA),
                Put("5", Default(Monday), Mover),
                new MarksAreOff(Monday.Date)
            ),
            new("a term closed by the class of that day", ClosedForA, Put("5", Default(Monday), Mover), new TermClosed(TestPage.Id.Term)),
            new("a term closed by the class of today", ClosedForB, Put("5", Default(Monday), Mover), new TermClosed(TestPage.Id.Term)),
            new("marks off until today", Off(student: Anna, to: Today), Put("5"), new MarksAreOff(Today)),
            new("off the scale", Page, Put("7"), new NotOnTheScale("7", StandardScales.FivePoint.Id)),
            new("minus one", Page, Put("-1"), new NotOnTheScale("-1", StandardScales.FivePoint.Id)),
            new("a billion", Page, Put("1e9"), new NotOnTheScale("1e9", StandardScales.FivePoint.Id)),
            new("no number", Page, Put("NaN"), new NotOnTheScale("NaN", StandardScales.FivePoint.Id)),
            new("an Arabic five", Page, Put("٥"), new NotOnTheScale("٥", StandardScales.FivePoint.Id)),
            new("half a letter", Page, Put("\uD800"), new NotOnTheScale("\uD800", StandardScales.FivePoint.Id)),
            new("not in use", Page, Put("1"), new ValueNotInUse("1", StandardScales.FivePoint.Id)),
            new("for a term only", Page, Put("н/а"), new OnlyForTerm("н/а", StandardScales.FivePoint.Id)),
            new("three marks", Page, Put("5/4/3"), new TooManyMarks("5/4/3", 2)),
            new("a megabyte", Page, Put(new string('5', 1_000_000)), new ValueTooLong(1_000_000, TypedMark.Longest)),
            new("a long comment", Page, Put("5") with { Comment = new string('я', 501) }, new CommentTooLong(501, 500)),
            new("a comment with a zero", Page, Put("5") with { Comment = "а\0б" }, new CommentUnreadable()),
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_mark_is_refused_for_what_is_wrong_with_it(Case<SetMark> one) =>
        Assert.Equal(one.Refusal, one.Page.Decide(one.Command, Today).Refusal);

    [Theory]
    [InlineData("5", (short)5, null, false)]
    [InlineData("4/5", (short)4, (short)5, false)]
    [InlineData("45", (short)4, (short)5, false)]
    [InlineData("4.", (short)4, null, true)]
    [InlineData(".", null, null, true)]
    [InlineData("зач", (short)1001, null, false)]
    public void What_was_typed_is_the_whole_value_of_the_cell(string typed, short? first, short? second, bool due)
    {
        var set = Assert.IsType<MarkSet>(Assert.Single(Page.Decide(Put(typed), Today).Events));

        var value = new CellValue(first, second, due, null, null, CommentForFamily: false);
        Assert.Equal(
            new MarkSet(TestPage.Id.Course, TestPage.Id.Term, Now.Id, NowColumn, Anna, ClassA, CellValue.Empty, value, Shown: true),
            set
        );
        Assert.Equal(new Concern(TestPage.Id.Course, ClassA, Anna), set.Concern);
    }

    [Theory]
    [InlineData("5", true)]
    [InlineData("4/5", true)]
    [InlineData(".", false)]
    public void A_mark_of_todays_lesson_for_somebody_absent_from_it_is_a_slip(string typed, bool isSlip)
    {
        var page = WithAbsence(Page, Now, Anna, code: 1);

        Assert.Equal(isSlip ? new AbsentFromLesson(Today) : null, page.Decide(Put(typed), Today).Refusal);
        Assert.Null(page.Decide(Put(typed, student: Boris), Today).Refusal);
    }

    [Fact]
    public void Made_up_on_another_day_it_is_legal_and_so_is_being_late()
    {
        Assert.Null(WithAbsence(Page, Monday, Anna, code: 1).Decide(Put("5", Default(Monday)), Today).Refusal);
        var late = AttendancePresets.Default.Single(code => code.Kind == AbsenceKind.Late).Id.Value;
        Assert.Null(WithAbsence(Page, Now, Anna, late).Decide(Put("5"), Today).Refusal);
    }

    [Fact]
    public void What_stood_there_before_the_absence_may_be_commented_and_taken_away()
    {
        var page = WithAbsence(WithMark(NowColumn, Anna, CellValue.Of(5)), Now, Anna, code: 1);

        Assert.Null(page.Decide(Put("5", expected: 50) with { Comment = "ушла" }, Today).Refusal);
        Assert.Null(page.Decide(Put("", expected: 50), Today).Refusal);
        Assert.Equal(new AbsentFromLesson(Today), page.Decide(Put("4", expected: 50), Today).Refusal);
    }

    [Fact]
    public void The_last_day_of_the_window_is_open() => Assert.Single(Page.Decide(Put("5", Default(Old)), Old.Date.AddDays(14)).Events);

    [Fact]
    public void The_class_that_has_not_closed_the_term_is_written_on() =>
        Assert.Single(ClosedForA.Decide(Put("5", student: Boris), Today).Events);

    [Fact]
    public void Who_changes_the_class_inside_a_group_is_on_each_day_of_the_class_of_that_day()
    {
        var then = Assert.IsType<MarkSet>(Assert.Single(Page.Decide(Put("5", Default(Monday), Mover), Today).Events));
        var now = Assert.IsType<MarkSet>(Assert.Single(Page.Decide(Put("5", student: Mover), Today).Events));

        Assert.Equal((ClassA, ClassB), (then.Class, now.Class));
        Assert.Single(Off(schoolClass: ClassA).Decide(Put("5", student: Mover), Today).Events);
        Assert.Single(Off(schoolClass: ClassB).Decide(Put("5", Default(Monday), Mover), Today).Events);
        Assert.Single(ClosedForA.Decide(Put("5", student: Mover), Today).Events);
    }

    [Fact]
    public void Marks_are_off_only_where_every_named_part_matches()
    {
        Assert.Single(Off(schoolClass: ClassA, student: Boris).Decide(Put("5"), Today).Events);
        Assert.Single(Off(course: new(7)).Decide(Put("5"), Today).Events);
        Assert.Single(Off(student: Anna, to: Today.AddDays(-1)).Decide(Put("5"), Today).Events);
    }

    [Fact]
    public void Who_was_slower_is_told_what_the_cell_holds()
    {
        var page = WithMark(NowColumn, Anna, CellValue.Of(4, 5), version: 50);

        Assert.Equal(new MarkConflict(page.MarkAt(NowColumn, Anna), "4/5"), page.Decide(Put("3", expected: 49), Today).Refusal);
        Assert.Equal(new MarkConflict(MarkCell.Never, ""), Page.Decide(Put("3", expected: 50), Today).Refusal);
    }

    [Fact]
    public void The_same_value_is_there_already_whatever_version_was_expected()
    {
        var decision = WithMark(NowColumn, Anna, CellValue.Of(5), version: 50).Decide(Put("5", expected: 3), Today);

        Assert.Equal((null, 0, 50L), (decision.Refusal, decision.Events.Count, decision.AlreadySince));
    }

    [Fact]
    public void Clearing_an_empty_cell_is_nothing() => Assert.Equal(0, Page.Decide(Put(""), Today).AlreadySince);

    [Fact]
    public void Clearing_keeps_before_and_after()
    {
        var page = WithMark(NowColumn, Anna, CellValue.Of(5));

        var set = Assert.IsType<MarkSet>(Assert.Single(page.Decide(Put("", expected: 50), Today).Events));

        Assert.Equal((CellValue.Of(5), CellValue.Empty), (set.Before, set.After));
    }

    [Fact]
    public void A_comment_is_trimmed_and_an_empty_one_is_none()
    {
        Assert.Equal("хорошо", After(Put("5") with { Comment = " хорошо\n", CommentForFamily = true }).Comment);
        Assert.Equal(CellValue.Of(5), After(Put("5") with { Comment = "  ", CommentForFamily = true }));
    }

    [Fact]
    public void A_due_mark_waits_until_its_own_day_else_until_the_columns()
    {
        var friday = Today.AddDays(7);
        var column = Page.Works[NowColumn];
        var dated = Page with { Works = Page.Works.SetItem(NowColumn, column with { Work = column.Work with { DueBy = friday } }) };

        Assert.Equal(Today.AddDays(3), After(Put("4.") with { DueBy = Today.AddDays(3) }, dated).DueBy);
        Assert.Equal(friday, After(Put("4."), dated).DueBy);
        Assert.Null(After(Put("4") with { DueBy = friday }, dated).DueBy);
    }

    [Fact]
    public void A_mark_in_a_hidden_column_is_not_shown_yet()
    {
        var set = Assert.IsType<MarkSet>(Assert.Single(Page.Decide(Put("5", HiddenTest), Today).Events));

        Assert.False(set.Shown);
    }

    [Fact]
    public void A_decided_mark_changes_its_cell_and_nothing_else()
    {
        var page = WithMark(Default(Monday), Boris, CellValue.Of(3));

        var next = page.Apply(At(101, page.Decide(Put("5"), Today).Events[0]))!;

        Assert.Equal(new MarkCell(CellValue.Of(5), 101, Author, Moment), next.MarkAt(NowColumn, Anna));
        Assert.Equal(page with { Seq = 101, Marks = next.Marks }, next);
        Assert.Equal(page.Marks.Count + 1, next.Marks.Count);
        Assert.Equal(Page.Carried, next.Carried);
    }

    private static CellValue After(SetMark command, JournalPage? page = null) =>
        Assert.IsType<MarkSet>(Assert.Single((page ?? Page).Decide(command, Today).Events)).After;

    private static SetMark Put(string value, WorkId? work = null, StudentId? student = null, long expected = 0) =>
        new(TestPage.Id.Course, work ?? NowColumn, student ?? Anna, value, null, null, CommentForFamily: false, expected);

    private static JournalPage Off(CourseId? course = null, ClassId? schoolClass = null, StudentId? student = null, DateOnly? to = null) =>
        WithoutMarks(new MarksOff(1, course, schoolClass, student, From, to));
}
