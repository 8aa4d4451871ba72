using Journal.Core.Lessons;

namespace Journal.Tests.Lessons;

public sealed class NextTopicTests
{
    private static readonly PlanTopic[] Plan = [.. Hourly("Дроби", "Уравнения", "Контрольная работа", "Корни")];

    [Theory]
    [InlineData("", null, "Дроби", 1)]
    [InlineData("Дроби", "Дроби", "Уравнения", 2)]
    [InlineData("Дроби,Уравнения", "Дроби", "Контрольная работа", 3)]
    [InlineData("Повторение", "Повторение", "Дроби", 1)]
    [InlineData("Корни", "Корни", "Дроби", 1)]
    public void The_next_topic_follows_the_one_before_and_was_not_given_yet(string given, string? before, string topic, int number) =>
        Assert.Equal(new NextTopic(number, 4, topic), NextTopic.In(Plan, Given(given), before));

    [Fact]
    public void A_plan_that_is_all_given_has_no_next_topic() =>
        Assert.Null(NextTopic.In(Plan, Given(string.Join(',', Plan.Select(topic => topic.Topic))), "Корни"));

    [Fact]
    public void Where_there_is_no_plan_there_is_no_next_topic() => Assert.Null(NextTopic.In([], Given(""), null));

    [Fact]
    public void Of_a_topic_that_stands_twice_in_the_plan_the_later_place_counts()
    {
        PlanTopic[] plan = [.. Hourly("Повторение", "Дроби", "Повторение", "Корни")];

        Assert.Equal("Корни", NextTopic.In(plan, Given("Повторение,Дроби"), "Повторение")!.Topic);
    }

    [Theory]
    [InlineData("Дроби", "Дроби", "Дроби")]
    [InlineData("Дроби,Дроби", "Дроби", "Корни")]
    [InlineData("Дроби,Корни", "Корни", "Дроби")]
    public void A_topic_of_two_hours_is_the_next_one_twice(string given, string before, string next) =>
        Assert.Equal(next, NextTopic.In([new("Дроби", 2), new("Корни", 1)], Given(given), before)!.Topic);

    private static IEnumerable<PlanTopic> Hourly(params string[] topics) => topics.Select(topic => new PlanTopic(topic, 1));

    private static Dictionary<string, int> Given(string topics) =>
        topics.Split(',', StringSplitOptions.RemoveEmptyEntries).CountBy(topic => topic).ToDictionary();
}
