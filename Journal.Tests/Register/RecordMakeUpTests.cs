using Journal.Core.Basics;
using Journal.Core.Register;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

/// <summary>Anna missed Monday, the 16th, and has a mark in it that was put today, on the 20th.</summary>
public class RecordMakeUpTests
{
    private const int Absent = 1;

    private static readonly JournalPage MadeUp = WithMark(WithAbsence(Page, Monday, Anna, Absent), Default(Monday), Anna, CellValue.Of(4));

    private static readonly RecordMakeUp Command = new(Id.Course, Monday.Id, Anna, " 5 ", Today, "  ", 0);
    private static readonly MakeUpProtocol Known = new("5", Today, null);

    public static TheoryData<Case<RecordMakeUp>> Refusals =>
        [
            new("no such lesson", MadeUp, Command with { Lesson = new(99) }, new UnknownLesson(new(99))),
            new("not in the group", MadeUp, Command with { Student = Newcomer }, new StudentNotInGroup(Newcomer, Monday.Date)),
            new("closed term", MadeUp with { Rules = Closed.Rules }, Command, new TermClosed(Id.Term)),
            new("no date", MadeUp, Command with { Date = null }, new MakeUpDateMissing()),
            new("before", MadeUp, Command with { Date = Monday.Date.AddDays(-1) }, new MakeUpDateOutOfRange(Monday.Date, Today)),
            new("ahead", MadeUp, Command with { Date = Today.AddDays(1) }, new MakeUpDateOutOfRange(Monday.Date, Today)),
            new("long number", MadeUp, Command with { Number = new string('5', 41) }, new MakeUpTooLong(41, 40)),
            new("long commission", MadeUp, Command with { Commission = new string('к', 201) }, new MakeUpTooLong(201, 200)),
            new("two lines", MadeUp, Command with { Number = "5\n6" }, new MakeUpUnreadable()),
            new("was there", MadeUp with { Attendance = Page.Attendance }, Command, new NothingMadeUp(Monday.Date)),
            new("was late", WithAbsence(MadeUp, Monday, Anna, code: 4), Command, new NothingMadeUp(Monday.Date)),
            new("no mark", WithAbsence(Page, Monday, Anna, Absent), Command, new NothingMadeUp(Monday.Date)),
            new("other student", MadeUp, Command with { Student = Boris }, new NothingMadeUp(Monday.Date)),
        ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void It_is_refused(Case<RecordMakeUp> it) => Assert.Equal(it.Refusal, it.Page.Decide(it.Command, Today, Day).Refusal);

    [Fact]
    public void The_protocol_stands_beside_the_mark_and_the_absence_stays()
    {
        var recorded = Assert.IsType<MakeUpRecorded>(Assert.Single(MadeUp.Decide(Command, Today, Day).Events));

        Assert.Equal((null, Known, ClassA), (recorded.Before, recorded.After, recorded.Class));
        Assert.Equal(new Concern(Id.Course, ClassA, Anna), recorded.Concern);
        var after = MadeUp.Apply(At(101, recorded))!;
        Assert.Equal(new MakeUpCell(Known, 101, Author, Moment), after.MakeUpOf(Monday.Id, Anna));
        Assert.Same(MadeUp.Attendance, after.Attendance);
        Assert.Same(MadeUp.Marks, after.Marks);
    }

    [Fact]
    public void A_mark_put_in_the_lesson_itself_is_no_make_up()
    {
        Assert.True(MadeUp.IsMadeUp(Monday, Anna, Day));
        Assert.False(MadeUp.IsMadeUp(Monday, Anna, _ => Monday.Date));
        Assert.Equal(new NothingMadeUp(Monday.Date), MadeUp.Decide(Command, Today, _ => Monday.Date).Refusal);
    }

    [Fact]
    public void Any_column_of_the_lesson_may_hold_the_mark()
    {
        var page = WithMark(WithAbsence(Page, Monday, Anna, Absent), MondayTest, Anna, CellValue.Of(4));

        Assert.True(page.IsMadeUp(page.Works[MondayTest].Work, Anna, Day));
        Assert.False(page.IsMadeUp(page.Works[Default(Monday)].Work, Anna, Day));
        Assert.Null(page.Decide(Command, Today, Day).Refusal);
    }

    [Fact]
    public void A_due_mark_alone_makes_nothing_up()
    {
        var page = WithMark(WithAbsence(Page, Monday, Anna, Absent), Default(Monday), Anna, CellValue.Empty with { Due = true });

        Assert.False(page.IsMadeUp(Monday, Anna, Day));
    }

    [Fact]
    public void It_is_corrected_over_the_version_on_the_screen_and_taken_back()
    {
        var page = MadeUp with { MakeUps = MadeUp.MakeUps.Add((Monday.Id, Anna), new(Known, 70, Author, Moment)) };

        Assert.Equal(70, page.Decide(Command, Today, Day).AlreadySince);
        var other = Command with { Commission = "Иванова, Петров" };
        Assert.Equal(new MakeUpConflict(page.MakeUpOf(Monday.Id, Anna)), page.Decide(other, Today, Day).Refusal);
        Assert.Equal(
            Known with
            {
                Commission = "Иванова, Петров",
            },
            ((MakeUpRecorded)page.Decide(other with { Expected = 70 }, Today, Day).Events[0]).After
        );
        // Whatever became of the mark.
        var gone = page with
        {
            Marks = Page.Marks,
        };
        var back = Command with { Number = null, Date = null, Expected = 70 };
        Assert.Null(((MakeUpRecorded)gone.Decide(back, Today, Day).Events[0]).After);
    }

    [Fact]
    public void Families_hear_of_it_once_they_see_the_absence()
    {
        Assert.False(Shown(MadeUp));
        Assert.True(Shown(MadeUp with { Rolls = MadeUp.Rolls.Add(Monday.Id, new(60, Author, Moment)) }));
        Assert.True(Shown(MadeUp with { Rules = MadeUp.Rules with { AbsencesWaitForRoll = false } }));
    }

    private static bool Shown(JournalPage page) => ((MakeUpRecorded)page.Decide(Command, Today, Day).Events[0]).Shown;

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
