using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Tests.School;

public class ThresholdsTests
{
    private static readonly SubjectId Maths = new(1);
    private static readonly SubjectId Music = new(2);

    [Theory]
    [InlineData(500, 100, 5)]
    [InlineData(450, 100, 5)]
    [InlineData(4499999, 1000000, 4)]
    [InlineData(350, 100, 4)]
    [InlineData(3499, 1000, 3)]
    [InlineData(250, 100, 3)]
    [InlineData(2499, 1000, 2)]
    [InlineData(100, 100, 2)]
    public void The_average_itself_meets_the_threshold_not_its_two_digit_text(long numerator, long denominator, short proposed)
    {
        var average = new Fraction(numerator, denominator);

        Assert.Equal(proposed, Thresholds.Default.Propose(average, StandardScales.FivePoint)?.Code);
    }

    [Theory]
    [InlineData(465, 365, 265, 464, 4)]
    [InlineData(465, 365, 265, 465, 5)]
    [InlineData(465, 365, 265, 364, 3)]
    [InlineData(465, 360, 260, 364, 4)]
    [InlineData(465, 360, 260, 260, 3)]
    public void Schools_that_ask_for_more_are_obeyed(int five, int four, int three, int average, short proposed) =>
        Assert.Equal(proposed, new Thresholds(five, four, three).Propose(new Fraction(average, 100), StandardScales.FivePoint)?.Code);

    [Theory]
    [InlineData(749, 7)]
    [InlineData(750, 8)]
    [InlineData(1000, 10)]
    [InlineData(120, 1)]
    public void On_a_ten_point_scale_the_nearest_number_is_proposed(int average, short proposed) =>
        Assert.Equal(proposed, Thresholds.Default.Propose(new Fraction(average, 100), StandardScales.TenPoint)?.Code);

    [Fact]
    public void Where_ones_are_put_the_thresholds_still_hold()
    {
        var scale = StandardScales.FivePoint with
        {
            Values = [.. StandardScales.FivePoint.Values.Select(value => value with { InUse = true })],
        };
        var strict = new Thresholds(465, 365, 265);

        Assert.Equal((short)4, strict.Propose(new Fraction(460, 100), scale)?.Code);
        Assert.Equal((short)2, strict.Propose(new Fraction(260, 100), scale)?.Code);
        Assert.Equal((short)1, strict.Propose(new Fraction(120, 100), scale)?.Code);
    }

    [Fact]
    public void A_scale_without_numbers_proposes_nothing() =>
        Assert.Null(Thresholds.Default.Propose(new Fraction(5, 1), StandardScales.PassFail));

    [Fact]
    public void The_most_particular_rule_wins()
    {
        Thresholds primary = new(1, 1, 1),
            maths = new(2, 2, 2),
            primaryMaths = new(3, 3, 3);
        var table = new ThresholdTable(
            Thresholds.Default,
            [new(SchoolStage.Primary, null, primary), new(null, Maths, maths), new(SchoolStage.Primary, Maths, primaryMaths)]
        );

        Assert.Equal(primaryMaths, table.For(SchoolStage.Primary, Maths));
        Assert.Equal(maths, table.For(SchoolStage.Secondary, Maths));
        Assert.Equal(primary, table.For(SchoolStage.Primary, Music));
        Assert.Equal(Thresholds.Default, table.For(SchoolStage.Basic, Music));
    }

    [Theory]
    [InlineData(0, SchoolStage.Primary)]
    [InlineData(4, SchoolStage.Primary)]
    [InlineData(5, SchoolStage.Basic)]
    [InlineData(9, SchoolStage.Basic)]
    [InlineData(10, SchoolStage.Secondary)]
    [InlineData(12, SchoolStage.Secondary)]
    public void A_grade_belongs_to_a_stage(int grade, SchoolStage stage) => Assert.Equal(stage, SchoolStages.OfGrade(grade));
}
