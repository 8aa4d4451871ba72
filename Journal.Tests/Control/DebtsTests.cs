using Journal.Core.Control;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Tests.Register;
using static Journal.Core.School.RecordKind;
using static Journal.Tests.Control.ControlledCourse;

namespace Journal.Tests.Control;

/// <summary>What is owed on the page when the lesson of Friday, 13 November, is in order and that of Monday, the 16th, is not.</summary>
public class DebtsTests
{
    private static readonly Lesson InOrder = Friday13 with
    {
        Status = LessonStatus.Held,
        Teachers = [Teacher],
        Topic = "Дроби",
        Homework = "",
    };

    private static readonly JournalPage Monday = Page.With(InOrder).WithRoll(InOrder);

    private static readonly Deadlines S0 = new(In(RegulationPresets.S0), Around);
    private static readonly Deadlines S1 = new(In(RegulationPresets.S1(Test)), Around);

    [Fact]
    public void Before_the_bell_a_lesson_owes_nothing_and_after_it_all_that_is_missing()
    {
        Assert.Empty(Debts.Of(Monday, S1, At(11, 16, 10, 14)));

        var owed = Debts.Of(Monday, S1, At(11, 16, 10, 15));

        Assert.Equal([(Topic, 0), (Roll, 0), (RecordKind.Homework, 0), (Mark, 28)], owed.Select(one => (one.Kind, one.Students.Length)));
        Assert.All(owed, one => Assert.Equal(Monday16.Id, one.Lesson));
        Assert.Equal([null, null, null, MondayTest.Id], owed.Select(one => one.Work));
    }

    [Fact]
    public void What_falls_due_first_comes_first()
    {
        var owed = Debts.Of(Monday, S0, At(11, 16, 11));

        Assert.Equal([RecordKind.Homework, Topic, Roll], owed.Select(one => one.Kind));
        Assert.Equal(["Mon 16 Nov 15:05", "Mon 16 Nov 23:59", "Mon 16 Nov 23:59"], owed.Select(one => Local(one.Due)));
    }

    [Theory]
    [InlineData(16, 15, 5, DebtState.Soon, DebtState.NotYet)]
    [InlineData(17, 0, 0, DebtState.Over, DebtState.NotYet)]
    [InlineData(18, 23, 58, DebtState.Over, DebtState.NotYet)]
    [InlineData(19, 0, 0, DebtState.Over, DebtState.Soon)]
    [InlineData(19, 23, 59, DebtState.Over, DebtState.Soon)]
    [InlineData(20, 0, 0, DebtState.Over, DebtState.Over)]
    public void A_debt_is_seen_coming_for_a_day(int day, int hour, int minute, DebtState topic, DebtState test)
    {
        var owed = Debts.Of(Monday, S1, At(11, day, hour, minute)).Where(one => one.Lesson == Monday16.Id).ToList();

        Assert.Equal(topic, owed.Single(one => one.Kind == Topic).State);
        Assert.Equal(test, owed.Single(one => one.Kind == Mark).State);
    }

    [Fact]
    public void Not_set_is_a_record_and_nothing_written_is_none()
    {
        Assert.Contains(RecordKind.Homework, Kinds(Monday16 with { Topic = "Тест", Status = LessonStatus.Held }));
        Assert.DoesNotContain(RecordKind.Homework, Kinds(Monday16 with { Topic = "Тест", Homework = "", Status = LessonStatus.Held }));
    }

    [Theory]
    [InlineData(LessonStatus.Planned, new[] { Topic, Roll, RecordKind.Homework, Mark })] // and nobody has taught it, as far as is known
    [InlineData(LessonStatus.Held, new[] { Topic, Roll, RecordKind.Homework, Mark })]
    [InlineData(LessonStatus.Distance, new[] { Topic, Roll, RecordKind.Homework, Mark })]
    [InlineData(LessonStatus.Covered, new[] { Roll, Mark })]
    [InlineData(LessonStatus.Cancelled, new RecordKind[0])]
    [InlineData(LessonStatus.Moved, new RecordKind[0])]
    public void What_a_lesson_owes_depends_on_what_became_of_it(LessonStatus status, RecordKind[] owed) =>
        Assert.Equal(owed, Kinds(Monday16 with { Status = status }));

    [Fact]
    public void Those_who_were_ill_are_no_debt_of_the_column()
    {
        var page = Students[6..].Aggregate(Monday, (now, one) => TestPage.WithMark(now, MondayTest.Id, one, CellValue.Of(5)));
        page = Students[..6].Aggregate(page, (now, one) => TestPage.WithAbsence(now, Monday16, one, code: 2)).WithRoll(Friday20);
        page = Students[1..6].Aggregate(page, (now, one) => TestPage.WithAbsence(now, Friday20, one, code: 2));

        var marks = Debts.Of(page, S1, At(11, 22, 12)).Where(one => one.Work == MondayTest.Id).ToList();

        Assert.Equal([MakeUp, MakeUp], marks.Select(one => one.Kind));
        Assert.Equal(["Mon 23 Nov 23:59", null], marks.Select(one => Local(one.Due)));
        Assert.Equal([DebtState.NotYet, DebtState.NotYet], marks.Select(one => one.State));
        Assert.Equal([1, 5], marks.Select(one => one.Students.Length));
    }

    [Fact]
    public void On_sick_leave_without_an_end_debts_have_no_day_and_come_last()
    {
        var ill = new Deadlines(In(RegulationPresets.S1(Test)), Around.Away(Teacher, new(2026, 11, 17), null));

        var owed = Debts.Of(Monday, ill, At(11, 24, 12));

        // Monday's topic was owed on the day before; nothing of what came later is.
        Assert.Equal((Topic, DebtState.Over), (owed[0].Kind, owed[0].State));
        Assert.Equal([DebtState.Over, DebtState.Over, DebtState.Over], owed[..3].Select(one => one.State));
        Assert.All(owed[3..], one => Assert.Equal((null, DebtState.NotYet), (one.Due, one.State)));
        Assert.Contains(owed, one => one.Lesson == Friday20.Id);
    }

    [Fact]
    public void In_a_closed_term_nothing_is_owed_any_more()
    {
        var closed = Monday with { Rules = Monday.Rules with { Closed = [ClosedTerm.Whole(Class7B)] } };

        Assert.Empty(Debts.Of(closed, S1, At(11, 16, 12)));
    }

    [Fact]
    public void Without_a_regulation_nothing_is_owed() =>
        Assert.Empty(Debts.Of(Monday, new Deadlines(Regulation.None, Around), At(11, 30, 12)));

    private static IEnumerable<RecordKind> Kinds(Lesson monday) =>
        Debts.Of(Monday.With(monday), S1, At(11, 16, 12)).Where(one => one.Lesson == monday.Id).Select(one => one.Kind);
}
