using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>What a retaken work counts: the last try, the mean of all tries, or every try (domain §3).</summary>
public enum RetakePolicy
{
    Replace,
    Average,
    Both,
}

/// <summary>A cell on its way into an average: its work's weight × 100 and, for a retake, the work first written.</summary>
public sealed record CountedCell(WorkId Work, int Weight, CellValue Value, WorkId? RetakeOf = null);

/// <summary>Σ(m·w) / Σw, exact; every mark of a two-mark cell counts with the work's weight; what has no number never enters.</summary>
public static class WeightedAverage
{
    /// <summary>Cells in the order of their dates; null when nothing counts.</summary>
    public static Fraction? Of(IEnumerable<CountedCell> cells, MarkScale scale, RetakePolicy retakes = RetakePolicy.Replace) =>
        Of(cells.GroupBy(cell => cell.RetakeOf ?? cell.Work).SelectMany(tries => Counted(Ordered(tries), scale, retakes)));

    /// <summary>Marks × 100 (exact, where a mean of tries made them fractions) with their weights × 100.</summary>
    public static Fraction? Of(IEnumerable<(Fraction Hundredths, int Weight)> marks)
    {
        var sum = new Fraction(0, 1);
        var weights = 0L;
        foreach (var (hundredths, weight) in marks)
        {
            sum += new Fraction(checked(hundredths.Numerator * weight), hundredths.Denominator);
            weights += weight;
        }

        return weights == 0 ? null : sum / checked(100 * weights);
    }

    // A retake stands where its work stood, so it takes that work's weight.
    private static IEnumerable<(Fraction Hundredths, int Weight)> Counted(List<CountedCell> tries, MarkScale scale, RetakePolicy retakes)
    {
        var numbers = tries.ConvertAll(cell => (cell.Weight, Numbers: Numbers(cell.Value, scale))).FindAll(cell => cell.Numbers.Count > 0);
        if (numbers.Count == 0)
            return [];

        return retakes switch
        {
            RetakePolicy.Replace => numbers[^1].Numbers.Select(number => (new Fraction(number, 1), tries[0].Weight)),
            RetakePolicy.Average => Means(numbers.ConvertAll(cell => cell.Numbers)).Select(mean => (mean, tries[0].Weight)),
            RetakePolicy.Both => numbers.SelectMany(cell => cell.Numbers.Select(number => (new Fraction(number, 1), cell.Weight))),
            _ => throw new ArgumentOutOfRangeException(nameof(retakes), retakes, "No such policy."),
        };
    }

    // First marks with first marks, second with second: literacy is not averaged with grammar.
    private static IEnumerable<Fraction> Means(List<List<int>> tries)
    {
        for (var place = 0; place < tries.Max(numbers => numbers.Count); place++)
        {
            var there = tries.FindAll(numbers => numbers.Count > place);
            yield return new Fraction(there.Sum(numbers => (long)numbers[place]), there.Count);
        }
    }

    private static List<CountedCell> Ordered(IEnumerable<CountedCell> tries) => [.. tries.OrderBy(cell => cell.RetakeOf is not null)];

    private static List<int> Numbers(CellValue value, MarkScale scale) =>
        [.. new[] { value.First, value.Second }.OfType<short>().Select(code => scale.WithCode(code)?.Hundredths).OfType<int>()];
}
