using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Tests.Lessons;

public sealed class SetPlanTests
{
    private const long Version = 40;

    private static readonly CourseId Algebra = new(1);
    private static readonly PlanStamp Stamp = new(Version, new(6), DateTimeOffset.UnixEpoch);
    private static readonly PlanTopic Fractions = new("Дроби", 2, "Числа", "§ 1");
    private static readonly PlanTopic Test = new("Контрольная работа № 1", 1, "Числа", null, "Контрольная работа");
    private static readonly LessonPlan Now = new([Fractions, Test], Stamp, null);

    public static TheoryData<string, PlanTopic, Refusal> Unfit =>
        new()
        {
            { "no words", Fractions with { Topic = "  " }, new PlanTopicMissing(2) },
            { "too many words", Fractions with { Topic = new('я', 501) }, new PlanTopicTooLong(2, 501, 500) },
            { "no hours", Fractions with { Hours = 0 }, new PlanHoursOutOfRange(2, 0, 99) },
            { "too many hours", Fractions with { Hours = 100 }, new PlanHoursOutOfRange(2, 100, 99) },
            { "a long section", Fractions with { Section = new('я', 401) }, new PlanSectionTooLong(2, 401, 400) },
            { "long homework", Fractions with { Homework = new('я', 2001) }, new PlanHomeworkTooLong(2, 2001, 2000) },
            { "a long kind of work", Fractions with { Work = new('я', 121) }, new PlanWorkTooLong(2, 121, 120) },
            { "a bell in the topic", Fractions with { Topic = "Дроби\a" }, new PlanTextUnreadable(2) },
            { "half a letter", Fractions with { Section = "Числа\ud83d" }, new PlanTextUnreadable(2) },
            { "a second line in a topic", Fractions with { Topic = "Дроби\nи корни" }, new PlanTextUnreadable(2) },
        };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_may_not_stand_in_a_plan_is_refused_by_its_number(string what, PlanTopic topic, Refusal refusal)
    {
        var decision = Now.Decide(Set([Test, topic]));

        Assert.True(refusal == decision.Refusal, $"{what}: {decision.Refusal}");
    }

    [Fact]
    public void More_topics_than_any_year_has_are_refused() =>
        Assert.Equal(new TooManyPlanTopics(401, 400), Now.Decide(Set([.. Enumerable.Repeat(Fractions, 401)])).Refusal);

    [Fact]
    public void The_plan_is_written_whole_and_tidy()
    {
        var decision = Now.Decide(Set([new("  Корни ", 1, " ", "", "\t"), Fractions]));

        var written = Assert.IsType<PlanWritten>(Assert.Single(decision.Events));
        Assert.Equal([new PlanTopic("Корни", 1), Fractions], written.Topics.AsEnumerable());
    }

    [Fact]
    public void Homework_may_have_lines() => Assert.Null(Now.Decide(Set([Fractions with { Homework = "§ 1\r\n№ 5" }])).Refusal);

    [Fact]
    public void A_plan_looked_at_before_a_colleague_changed_it_is_not_written_over()
    {
        var decision = Now.Decide(Set([Fractions], expected: 39));

        Assert.Equal(new PlanConflict(Now, Stamp), decision.Refusal);
    }

    [Fact]
    public void The_same_plan_again_is_nothing_new_whatever_was_expected() =>
        Assert.Equal(Version, Now.Decide(Set([Fractions, Test], expected: 1)).AlreadySince);

    [Fact]
    public void A_plan_may_become_empty_again() =>
        Assert.Empty(Assert.IsType<PlanWritten>(Assert.Single(Now.Decide(Set([])).Events)).Topics);

    [Fact]
    public void A_program_that_sends_no_list_means_an_empty_one() =>
        Assert.Empty(Assert.IsType<PlanWritten>(Assert.Single(Now.Decide(Set(default)).Events)).Topics);

    [Fact]
    public void Approved_is_the_version_that_was_looked_at()
    {
        Assert.Equal(new PlanApproved(Algebra, Version), Assert.Single(Now.Decide(new ApprovePlan(Algebra, Version)).Events));
        Assert.Equal(new PlanConflict(Now, Stamp), Now.Decide(new ApprovePlan(Algebra, 39)).Refusal);
    }

    [Fact]
    public void A_plan_without_topics_is_not_approved() =>
        Assert.Equal(new PlanEmpty(), LessonPlan.None.Decide(new ApprovePlan(Algebra, 0)).Refusal);

    [Fact]
    public void What_is_approved_already_is_not_approved_twice()
    {
        var approved = Now with { Approval = new(Version, 41, new(2), DateTimeOffset.UnixEpoch) };

        Assert.Equal(41, approved.Decide(new ApprovePlan(Algebra, Version)).AlreadySince);
        Assert.Equal(PlanState.Approved, approved.State);
    }

    [Fact]
    public void A_later_change_is_seen_as_one_after_the_approval()
    {
        var changed = Now with { Approval = new(30, 31, new(2), DateTimeOffset.UnixEpoch) };

        Assert.Equal(PlanState.ChangedSinceApproval, changed.State);
        Assert.IsType<PlanApproved>(Assert.Single(changed.Decide(new ApprovePlan(Algebra, Version)).Events));
    }

    [Fact]
    public void A_control_work_is_known_by_its_kind_or_by_its_words() =>
        Assert.Equal(
            [false, true, true, false],
            new[] { Fractions, Test, new PlanTopic("Итоговая контрольная работа", 1), Test with { Work = "Практическая работа" } }.Select(
                topic => topic.IsControl
            )
        );

    private static SetPlan Set(ImmutableArray<PlanTopic> topics, long expected = Version) => new(Algebra, topics, expected);
}
