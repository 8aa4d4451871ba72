using CsCheck;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Tests.Register;

public class WeightedAverageTests
{
    private static readonly MarkScale Five = StandardScales.FivePoint;

    [Fact]
    public void Five_of_weight_3_five_of_1_and_four_of_5_are_forty_ninths()
    {
        var average = Average(Cell(1, 300, 5), Cell(2, 100, 5), Cell(3, 500, 4));

        Assert.Equal(new Fraction(40, 9), average);
        Assert.Equal("4.44", average.ToString());
    }

    [Fact]
    public void Both_marks_of_a_dictation_count_with_its_weight() =>
        Assert.Equal(new Fraction(4 * 2 + 5 * 2 + 3, 5), Average(Cell(1, 200, 4, 5), Cell(2, 100, 3)));

    [Fact]
    public void Half_weights_are_exact() => Assert.Equal(new Fraction(13, 3), Average(Cell(1, 50, 5), Cell(2, 100, 4)));

    [Theory]
    [InlineData(StandardScales.Pass)]
    [InlineData(StandardScales.Fail)]
    [InlineData(StandardScales.Exempt)]
    [InlineData(StandardScales.NotAttested)]
    public void What_is_no_number_never_enters(short code)
    {
        Assert.Equal(new Fraction(5, 1), Average(Cell(1, 100, 5), Cell(2, 900, code)));
        Assert.Null(Average(Cell(1, 100, code)));
    }

    [Fact]
    public void A_due_mark_a_code_of_no_scale_and_a_work_without_weight_count_for_nothing()
    {
        Assert.Null(Average());
        Assert.Null(Average(new CountedCell(new(1), 100, CellValue.Empty with { Due = true })));
        Assert.Null(Average(Cell(1, 100, 77)));
        Assert.Null(Average(Cell(1, 0, 5)));
    }

    [Theory]
    [InlineData(RetakePolicy.Replace, 9, 2)] // 4, 5
    [InlineData(RetakePolicy.Average, 4, 1)] // (2+4)/2 = 3, 5
    [InlineData(RetakePolicy.Both, 11, 3)] // 2, 4, 5
    public void A_retake_counts_as_the_school_decided(RetakePolicy policy, long numerator, long denominator)
    {
        var cells = new[] { Cell(1, 100, 2), Cell(2, 100, 5), Cell(3, 100, 4) with { RetakeOf = new WorkId(1) } };

        Assert.Equal(new Fraction(numerator, denominator), WeightedAverage.Of(cells, Five, policy));
    }

    [Theory]
    [InlineData(RetakePolicy.Replace, 7, 2)] // the last try: 3 and 4
    [InlineData(RetakePolicy.Average, 41, 12)] // (2+5+3)/3 for the first marks, (3+4)/2 for the second
    [InlineData(RetakePolicy.Both, 17, 5)]
    public void Several_tries_of_a_dictation_are_matched_place_by_place(RetakePolicy policy, long numerator, long denominator)
    {
        var dictation = new WorkId(1);
        var second = Cell(2, 100, 5) with { RetakeOf = dictation };
        var third = Cell(3, 100, 3, 4) with { RetakeOf = dictation };

        Assert.Equal(new Fraction(numerator, denominator), WeightedAverage.Of([Cell(1, 100, 2, 3), second, third], Five, policy));
    }

    [Fact]
    public void A_retake_takes_the_weight_of_the_work_it_stands_for()
    {
        var cells = new[] { Cell(1, 500, 2), Cell(2, 100, 3), Cell(3, 100, 5) with { RetakeOf = new WorkId(1) } };

        Assert.Equal(new Fraction(5 * 5 + 3, 6), WeightedAverage.Of(cells, Five));
    }

    [Fact]
    public void A_retake_not_yet_marked_leaves_the_old_mark()
    {
        var due = new CountedCell(new(3), 100, CellValue.Empty with { Due = true }, RetakeOf: new WorkId(1));

        Assert.Equal(new Fraction(2, 1), Average(Cell(1, 100, 2), due));
    }

    [Fact]
    public void An_average_lies_between_the_lowest_and_the_highest_mark_and_ignores_order() =>
        Gen.Select(Gen.Int[2, 5], Gen.Int[1, 1000])
            .Array[1, 200]
            .Sample(marks =>
            {
                var cells = marks.Select((mark, i) => Cell(i, mark.Item2, (short)mark.Item1)).ToList();
                var average = WeightedAverage.Of(cells, Five);
                cells.Reverse();

                return average == WeightedAverage.Of(cells, Five)
                    && average >= new Fraction(marks.Min(mark => mark.Item1), 1)
                    && average <= new Fraction(marks.Max(mark => mark.Item1), 1);
            });

    [Fact]
    public void The_exact_average_agrees_with_decimals() =>
        Gen.Select(Gen.Int[2, 5], Gen.Int[1, 1000])
            .Array[1, 60]
            .Sample(marks =>
            {
                var average = WeightedAverage.Of(marks.Select((mark, i) => Cell(i, mark.Item2, (short)mark.Item1)), Five);
                var expected = (decimal)marks.Sum(mark => mark.Item1 * mark.Item2) / marks.Sum(mark => mark.Item2);

                return average!.Value.Value == expected
                    && average.Value.Rounded(2) == decimal.Round(expected, 2, MidpointRounding.AwayFromZero);
            });

    private static Fraction? Average(params CountedCell[] cells) => WeightedAverage.Of(cells, Five);

    private static CountedCell Cell(int work, int weight, short first, short? second = null) =>
        new(new(work), weight, CellValue.Of(first, second));
}
