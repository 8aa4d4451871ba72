using Journal.Core.Basics;
using Journal.Core.School;
using static Journal.Core.School.CountedFrom;
using static Journal.Core.School.DeadlineUnit;
using static Journal.Core.School.RecordKind;

namespace Journal.Tests.School;

public class AdoptRegulationTests
{
    private const long Version = 40;

    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly WorkTypeId Known = new(4);
    private static readonly RegulationStamp Stamp = new(Version, new(2), DateTimeOffset.UnixEpoch);
    private static readonly RegulationVersion Autumn = Order(new(2026, 9, 1));
    private static readonly Regulation Now = Regulation.None.With(Autumn);
    private static readonly DeadlineRule Topics = new(Topic, 0, EndOfDay, LessonDate);
    private static readonly DeadlineRule Marks = new(Mark, 3, CalendarDays, LessonDate, Everybody: true);

    public static TheoryData<string, DeadlineRule, Refusal> Unfit =>
        new()
        {
            { "no kind", Topics with { Kind = default }, new RuleUnfit(2) },
            { "a kind of another program", Topics with { Kind = (RecordKind)99 }, new RuleUnfit(2) },
            { "a unit of another program", Topics with { Unit = (DeadlineUnit)99 }, new RuleUnfit(2) },
            { "a form of another program", Marks with { Form = (WorkForm)99 }, new RuleUnfit(2) },
            { "days from a bell", Marks with { From = LessonEnd }, new RuleUnfit(2) },
            { "hours from a day", Topics with { Unit = Minutes }, new RuleUnfit(2) },
            { "a topic from a return", Topics with { From = Return }, new RuleUnfit(2) },
            { "a make-up from the lesson", Marks with { Kind = MakeUp, Everybody = false }, new RuleUnfit(2) },
            { "a make-up of everybody", Marks with { Kind = MakeUp, From = Return }, new RuleUnfit(2) },
            { "a result in hours", new(TermResult, 60, Minutes, TermEnd), new RuleUnfit(2) },
            { "a result from a lesson", new(TermResult, 3, SchoolDays, LessonDate), new RuleUnfit(2) },
            { "a topic of a control work", Topics with { WorkType = Known }, new RuleUnfit(2) },
            { "an oral roll", Topics with { Kind = Roll, Form = WorkForm.Oral }, new RuleUnfit(2) },
            { "homework of everybody", Topics with { Kind = RecordKind.Homework, Everybody = true }, new RuleUnfit(2) },
            { "an unknown work", Marks with { WorkType = new(99) }, new RuleOfUnknownWorkType(2) },
            { "no days", Marks with { Length = 0 }, new RuleLengthOutOfRange(2, 0, 1, 90) },
            { "years", Marks with { Length = 91 }, new RuleLengthOutOfRange(2, 91, 1, 90) },
            { "the end of two days", Topics with { Length = 2 }, new RuleLengthOutOfRange(2, 2, 0, 0) },
            { "less than no time", new(Topic, -1, Minutes, LessonEnd), new RuleLengthOutOfRange(2, -1, 0, 10_080) },
            { "hours of a month", new(Topic, 10_081, Minutes, LessonEnd), new RuleLengthOutOfRange(2, 10_081, 0, 10_080) },
            { "grades below", Marks with { Grades = new(-1, 4) }, new RuleGradesOutOfRange(2, -1, 4, 12) },
            { "grades above", Marks with { Grades = new(10, 13) }, new RuleGradesOutOfRange(2, 10, 13, 12) },
            { "grades backwards", Marks with { Grades = new(5, 4) }, new RuleGradesOutOfRange(2, 5, 4, 12) },
            { "the first rule once more", new(RecordKind.Homework, 1, SchoolDays, LessonDate), new RulesCollide(1, 2) },
            { "a kind of work", Marks with { WorkType = Known }, null! },
            { "a make-up", Marks with { Kind = MakeUp, From = Return, Everybody = false }, null! },
            { "a make-up in hours", new(MakeUp, 48 * 60, Minutes, Return), null! },
            { "an hour and a half", new(RecordKind.Homework, 90, Minutes, LastLesson, new GradeSpan(2, 11)), null! },
            { "by the bell", new(Topic, 0, Minutes, LessonEnd), null! },
            { "the results", new(TermResult, 0, EndOfDay, TermEnd), null! },
            { "working days", Marks with { Length = 90, Unit = WorkingDays, Grades = new(0, 12) }, null! },
        };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_rule_is_refused_by_its_place_for_what_is_wrong_with_it(string what, DeadlineRule rule, Refusal? why)
    {
        var version = Order(Today) with { Rules = [new(RecordKind.Homework, 0, EndOfDay, LessonDate), rule] };

        Assert.True(Equals(why, Decide(version).Refusal), $"{what}: {Decide(version).Refusal}");
    }

    [Fact]
    public void Rules_collide_where_neither_is_the_more_particular()
    {
        var (lower, upper) = (Marks with { Grades = new(2, 7) }, Marks with { Grades = new(7, 11) });

        Assert.Equal(new RulesCollide(2, 3), Decide(Order(Today) with { Rules = [Marks, lower, upper] }).Refusal);
        Assert.Null(Decide(Order(Today) with { Rules = [Marks, lower, upper with { Grades = new(8, 11) }] }).Refusal);
        Assert.Null(Decide(Order(Today) with { Rules = [lower, upper with { Form = WorkForm.Oral }] }).Refusal);
    }

    [Fact]
    public void A_regulation_has_at_most_forty_rules()
    {
        var forty = Enumerable.Range(0, 40).Select(_ => Topics).ToArray();

        Assert.Equal(new TooManyRules(40), Decide(Order(Today) with { Rules = [.. forty, Topics] }).Refusal);
        Assert.Equal(new RulesCollide(1, 2), Decide(Order(Today) with { Rules = [.. forty] }).Refusal);
    }

    [Fact]
    public void An_order_has_a_number_that_can_be_read()
    {
        Assert.Equal(new OrderMissing(), Decide(Order(Today) with { Order = "  " }).Refusal);
        Assert.Equal(new OrderTooLong(101, 100), Decide(Order(Today) with { Order = new('1', 101) }).Refusal);
        Assert.Equal(new OrderUnreadable(), Decide(Order(Today) with { Order = "№ 1\n" + "№ 2" }).Refusal);
        Assert.Equal(new OrderUnreadable(), Decide(Order(Today) with { Order = "№ \uD83D" }).Refusal);
        Assert.Equal("№ 5", Fact(Decide(Order(Today) with { Order = " № 5 " })).After.Order);
    }

    [Fact]
    public void What_was_judged_stays_judged_so_a_new_order_begins_today_at_the_earliest()
    {
        Assert.Equal(new RegulationBackdated(Today.AddDays(-1), Today), Decide(Order(Today.AddDays(-1))).Refusal);
        Assert.Equal(new RegulationAdopted(null, Order(Today)), Fact(Decide(Order(Today))));
        Assert.Equal(
            new RegulationInForce(Today),
            Now.With(Order(Today)).Decide(Adopt(Order(Today) with { Order = "№ 9" }), Stamp, [Known], Today).Refusal
        );
    }

    [Fact]
    public void The_very_first_one_may_begin_with_the_year() =>
        Assert.Equal(
            new RegulationAdopted(null, Autumn),
            Fact(Regulation.None.Decide(Adopt(Autumn, expected: 0), RegulationStamp.Never, [], Today))
        );

    [Fact]
    public void An_order_that_has_not_begun_may_be_written_anew_and_without_any_rule()
    {
        var planned = Order(Today.AddDays(1));
        var none = planned with { Rules = [] };

        Assert.Equal(new RegulationAdopted(planned, none), Fact(Now.With(planned).Decide(Adopt(none), Stamp, [Known], Today)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Version)]
    public void What_is_so_already_is_not_adopted_again_whatever_was_seen(long expected)
    {
        var decision = Now.Decide(Adopt(Autumn with { Rules = [.. Autumn.Rules] }, expected), Stamp, [Known], Today);

        Assert.Equal((0, null, Version), (decision.Events.Count, decision.Refusal, decision.AlreadySince));
    }

    [Fact]
    public void Who_saw_another_regulation_is_told_what_it_is_now_by_whom_and_since_when() =>
        Assert.Equal(new RegulationConflict(Now, Stamp), Now.Decide(Adopt(Order(Today), expected: 39), Stamp, [Known], Today).Refusal);

    private static RegulationVersion Order(DateOnly from) => new(from, "№ 1", new(2026, 8, 28), [new(Topic, 0, EndOfDay, LessonDate)]);

    private static AdoptRegulation Adopt(RegulationVersion version, long expected = Version) => new(version, expected);

    private static Decision Decide(RegulationVersion version) => Now.Decide(Adopt(version), Stamp, [Known], Today);

    private static RegulationAdopted Fact(Decision decision) => Assert.IsType<RegulationAdopted>(Assert.Single(decision.Events));
}
