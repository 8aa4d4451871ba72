using CsCheck;
using Journal.Core.Basics;

namespace Journal.Tests.Basics;

public class FractionTests
{
    [Theory]
    [InlineData(4445, 1000, "4.45")]
    [InlineData(44449999, 10000000, "4.44")]
    [InlineData(91, 24, "3.79")]
    [InlineData(0, 7, "0.00")]
    [InlineData(199, 200, "1.00")]
    public void Half_is_shown_rounded_up(long numerator, long denominator, string text) =>
        Assert.Equal(text, new Fraction(numerator, denominator).ToString());

    [Fact]
    public void Equal_shares_are_equal_however_written() => Assert.Equal(new Fraction(1, 2), new Fraction(450, 900));

    [Fact]
    public void A_share_of_nobody_is_our_mistake() => Assert.Throws<ArgumentOutOfRangeException>(() => new Fraction(1, 0));

    [Fact]
    public void Order_and_sum_agree_with_whole_numbers() =>
        Gen.Select(Gen.Long[0, 100_000], Gen.Long[1, 100_000], Gen.Long[0, 100_000], Gen.Long[1, 100_000])
            .Sample(
                (a, b, c, d) =>
                {
                    Fraction left = new(a, b),
                        right = new(c, d);

                    return left < right == a * d < c * b
                        && left >= right == a * d >= c * b
                        && left + right == new Fraction(a * d + c * b, b * d);
                }
            );
}
