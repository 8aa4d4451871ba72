using Journal.Core.Import;
using Journal.Core.Lessons;
using Journal.Tests.Support;
using Journal.Web.Plan;

namespace Journal.Tests.Plan;

public sealed class PlanTextTests
{
    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Everything_a_file_or_a_sheet_can_say_has_words_of_its_own(string language)
    {
        Language.Is(language);

        AssertDistinct(Enum.GetValues<PlanFindingKind>().Select(kind => PlanText.Finding(new(1, kind, 7, 9))));
        AssertDistinct(Enum.GetValues<CorrectionCause>().Select(PlanText.Cause));
        AssertDistinct(Enum.GetValues<PlanField>().Select(PlanText.Field));
        AssertDistinct(Enum.GetValues<PlanState>().Select(PlanText.State));
        AssertDistinct(new[] { ';', ',', '\t' }.Select(PlanText.Separator));
        AssertDistinct(Enum.GetValues<PlanChangeKind>().Select(kind => PlanText.Change(new(kind, 1, null, 2, null))));
    }

    [Theory]
    [InlineData(3, "отставание 3 ч")]
    [InlineData(-2, "опережение 2 ч")]
    [InlineData(0, "идёт по плану")]
    public void How_far_behind_it_is_is_said_in_words(int lag, string said)
    {
        Language.Is("ru");

        Assert.Equal(said, PlanText.Lag(new(10, 5, 5 - lag, 5, 0, new(0, 0, 0, 0, 0))));
    }

    [Fact]
    public void Where_the_hours_went_is_said_of_those_that_are_gone()
    {
        Language.Is("ru");

        Assert.Equal("отменено уроков: 2 · не записано: 1", PlanText.Losses(new(2, 0, 0, 1, 0)));
        Assert.Equal("Отставание 3 ч (отменено уроков: 2 · не записано: 1)", PlanText.Summary(new(10, 5, 2, 5, 0, new(2, 0, 0, 1, 0))));
        Assert.Equal("Идёт по плану", PlanText.Summary(new(10, 5, 5, 5, 0, new(0, 0, 0, 0, 0))));
    }

    [Fact]
    public void Two_days_are_named_and_more_are_told_by_the_first_and_the_last()
    {
        DateOnly[] days = [new(2026, 9, 1), new(2026, 9, 4), new(2026, 9, 8)];

        Assert.Equal("", PlanText.Days([]));
        Assert.Equal("01.09, 04.09", PlanText.Days(days[..2]));
        Assert.Equal("01.09 – 08.09", PlanText.Days(days));
    }

    private static void AssertDistinct(IEnumerable<string> texts)
    {
        var all = texts.ToArray();
        Assert.DoesNotContain("", all);
        Assert.Equal(all.Length, all.Distinct().Count());
    }
}
