using Journal.Core.School;

namespace Journal.Tests.School;

public class MarkScaleTests
{
    [Theory]
    [InlineData("5", 5, 500, MarkLevel.Excellent)]
    [InlineData("4", 4, 400, MarkLevel.Good)]
    [InlineData("3", 3, 300, MarkLevel.Satisfactory)]
    [InlineData("2", 2, 200, MarkLevel.Unsatisfactory)]
    [InlineData("зач", 1001, null, MarkLevel.None)]
    [InlineData("незач", 1002, null, MarkLevel.None)]
    [InlineData("осв", 1003, null, MarkLevel.None)]
    [InlineData("н/а", 1004, null, MarkLevel.None)]
    [InlineData("безотм", 1005, null, MarkLevel.None)]
    public void A_value_of_the_five_point_scale_has_its_code_number_and_level(string text, short code, int? hundredths, MarkLevel level)
    {
        var value = StandardScales.FivePoint.WithText(text);

        Assert.NotNull(value);
        Assert.Equal((code, hundredths, level), (value.Code, value.Hundredths, value.Level));
        Assert.Same(value, StandardScales.FivePoint.WithCode(code));
    }

    [Fact]
    public void One_is_on_the_five_point_scale_but_not_in_use()
    {
        Assert.False(StandardScales.FivePoint.WithCode(1)!.InUse);
        Assert.False(StandardScales.FivePoint.WithCode(1)!.ForLessons);
    }

    [Fact]
    public void Only_not_attested_and_unmarked_are_kept_for_term_results()
    {
        var termOnly = StandardScales.FivePoint.Values.Where(value => value.TermOnly).Select(value => value.Text);

        Assert.Equal(["н/а", "безотм"], termOnly);
    }

    [Theory]
    [InlineData(10, MarkLevel.Excellent)]
    [InlineData(7, MarkLevel.Good)]
    [InlineData(4, MarkLevel.Satisfactory)]
    [InlineData(3, MarkLevel.Unsatisfactory)]
    public void A_ten_point_mark_has_a_level(short code, MarkLevel level) =>
        Assert.Equal(level, StandardScales.TenPoint.WithCode(code)!.Level);

    [Theory]
    [InlineData(100, MarkLevel.Excellent)]
    [InlineData(85, MarkLevel.Excellent)]
    [InlineData(84, MarkLevel.Good)]
    [InlineData(50, MarkLevel.Satisfactory)]
    [InlineData(0, MarkLevel.Unsatisfactory)]
    public void A_hundred_point_mark_has_a_level(short code, MarkLevel level) =>
        Assert.Equal(level, StandardScales.HundredPoint.WithCode(code)!.Level);

    [Fact]
    public void The_pass_fail_scale_has_no_numbers() =>
        Assert.DoesNotContain(StandardScales.PassFail.Values, value => value.Hundredths is not null);

    [Fact]
    public void Codes_and_texts_never_repeat_within_a_scale()
    {
        foreach (var scale in StandardScales.All)
        {
            Assert.Equal(scale.Values.Length, scale.Values.DistinctBy(value => value.Code).Count());
            Assert.Equal(scale.Values.Length, scale.Values.DistinctBy(value => value.Text).Count());
        }
    }

    [Fact]
    public void A_code_of_another_scale_is_unknown()
    {
        Assert.Null(StandardScales.FivePoint.WithCode(10));
        Assert.Null(StandardScales.PassFail.WithText("5"));
    }
}
