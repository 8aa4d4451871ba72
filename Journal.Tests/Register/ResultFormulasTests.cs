using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Tests.Register;

public class ResultFormulasTests
{
    // Domain §6: 5×«5», 10×«4», 8×«3», 1×«2», 1×«н/а», 1×«осв».
    private static readonly ResultCounts Vector = Counts(
        (5, 5),
        (10, 4),
        (8, 3),
        (1, 2),
        (1, StandardScales.NotAttested),
        (1, StandardScales.Exempt)
    );

    [Fact]
    public void Not_attested_stays_among_the_counted_and_exempt_does_not() => Assert.Equal((25, 1), (Vector.N, Vector.Outside));

    [Fact]
    public void The_figures_of_the_vector_are_exact()
    {
        Assert.Equal(92.0m, ResultFormulas.Attainment(Vector)!.Value.Value);
        Assert.Equal(60.0m, ResultFormulas.Quality(Vector)!.Value.Value);
        Assert.Equal(58.04m, ResultFormulas.LearningDegree(Vector)!.Value.Value);
        Assert.Equal(new Fraction(91, 24), ResultFormulas.MeanMark(Vector));
        Assert.Equal("3.79", ResultFormulas.MeanMark(Vector).ToString());
    }

    [Fact]
    public void A_student_without_a_term_mark_and_one_with_a_pass_change_no_figure()
    {
        var others = ResultCounts.Of([.. Marks((1, 5), (1, 2)), null, Value(StandardScales.Pass), Value(StandardScales.Unmarked)]);

        Assert.Equal((2, 3), (others.N, others.Outside));
        Assert.Equal(50m, ResultFormulas.Attainment(others)!.Value.Value);
    }

    [Fact]
    public void A_group_with_nobody_to_count_has_no_figures()
    {
        var nobody = ResultCounts.Of([null, Value(StandardScales.Exempt)]);

        Assert.Null(ResultFormulas.Attainment(nobody));
        Assert.Null(ResultFormulas.Quality(nobody));
        Assert.Null(ResultFormulas.LearningDegree(nobody));
        Assert.Null(ResultFormulas.MeanMark(nobody));
    }

    [Fact]
    public void A_group_of_not_attested_has_shares_but_no_mean()
    {
        var counts = Counts((2, StandardScales.NotAttested));

        Assert.Equal(new Fraction(7, 1), ResultFormulas.LearningDegree(counts));
        Assert.Null(ResultFormulas.MeanMark(counts));
    }

    [Fact]
    public void Quality_never_exceeds_attainment()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var counts = Counts(
                (random.Next(9), 5),
                (random.Next(9), 4),
                (random.Next(9), 3),
                (random.Next(9), 2),
                (1, StandardScales.NotAttested)
            );

            Assert.True(ResultFormulas.Quality(counts) <= ResultFormulas.Attainment(counts));
            Assert.True(ResultFormulas.Attainment(counts) <= new Fraction(100, 1));
        }
    }

    private static ResultCounts Counts(params (int Times, short Code)[] marks) => ResultCounts.Of([.. Marks(marks)]);

    private static IEnumerable<ScaleValue?> Marks(params (int Times, short Code)[] marks) =>
        marks.SelectMany(mark => Enumerable.Repeat(Value(mark.Code), mark.Times));

    private static ScaleValue? Value(short code) => StandardScales.FivePoint.WithCode(code);
}
