using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Tests.School;

public class RegulationTests
{
    private static readonly WorkTypeId Control = new(4);
    private static readonly WorkTypeId Dictation = new(7);

    private static readonly RegulationVersion Autumn = new(new(2026, 9, 1), "№ 1", new(2026, 8, 28), RegulationPresets.S0.Rules);
    private static readonly RegulationVersion Winter = new(new(2027, 1, 11), "№ 7", new(2026, 12, 20), RegulationPresets.S2.Rules);
    private static readonly Regulation Both = Regulation.None.With(Winter).With(Autumn);

    /// <summary>Written works in ten days, in the grades of the basic school in eight, dictations in six, control works of theirs in four.</summary>
    private static readonly RegulationVersion Particular = Autumn with
    {
        Rules =
        [
            Marked(10) with
            {
                Form = WorkForm.Written,
            },
            Marked(8) with
            {
                Form = WorkForm.Written,
                Grades = new(5, 9),
            },
            Marked(6) with
            {
                WorkType = Dictation,
            },
            Marked(4) with
            {
                WorkType = Control,
                Grades = new(5, 9),
            },
            Marked(12),
        ],
    };

    [Theory]
    [InlineData("2026-08-31", null)]
    [InlineData("2026-09-01", "№ 1")]
    [InlineData("2027-01-10", "№ 1")]
    [InlineData("2027-01-11", "№ 7")]
    [InlineData("2030-01-01", "№ 7")]
    public void A_day_is_judged_by_the_order_that_was_in_force_on_it(string day, string? order) =>
        Assert.Equal(order, Both.On(DateOnly.Parse(day))?.Order);

    [Fact]
    public void A_version_takes_the_place_of_the_one_from_the_same_day()
    {
        var again = Winter with { Order = "№ 8" };

        Assert.Equal([Autumn, again], Both.With(again).Versions.AsEnumerable());
    }

    [Theory]
    [InlineData(4, 7, WorkForm.Written, 4)] // a control work of the seventh grade
    [InlineData(4, 10, WorkForm.Written, 10)] // of the tenth: as anything written
    [InlineData(7, 7, WorkForm.Written, 6)] // a dictation, whatever the grade
    [InlineData(7, 7, WorkForm.Oral, 6)]
    [InlineData(2, 7, WorkForm.Written, 8)]
    [InlineData(2, 7, WorkForm.Oral, 12)]
    public void The_most_particular_rule_wins_and_a_work_type_says_more_than_form_and_grades(
        int type,
        int grade,
        WorkForm form,
        int days
    ) => Assert.Equal(days, Particular.RuleFor(RecordKind.Mark, grade, new(type), form)?.Length);

    [Fact]
    public void What_no_rule_speaks_of_has_none() => Assert.Null(Particular.RuleFor(RecordKind.Topic, 7));

    [Fact]
    public void Two_orders_that_say_the_same_are_the_same()
    {
        var same = Winter with { Rules = [.. Winter.Rules] };

        Assert.Equal(Winter, same);
        Assert.Equal(Both, Both.With(same));
        Assert.Equal(Both.GetHashCode(), Both.With(same).GetHashCode());
        Assert.NotEqual(Winter, Winter with { Rules = Winter.Rules.RemoveAt(0) });
    }

    private static DeadlineRule Marked(int days) => new(RecordKind.Mark, days, DeadlineUnit.SchoolDays, CountedFrom.LessonDate);
}
