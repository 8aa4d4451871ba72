using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>
/// How many students ended a term with what (domain §6): students still at school at its end. Exempt and those without a term mark
/// stand outside N, «н/а» inside it.
/// </summary>
public sealed record ResultCounts(
    int Excellent,
    int Good,
    int Satisfactory,
    int Unsatisfactory,
    int NotAttested,
    int Outside,
    long NumbersSum,
    int Numbers
)
{
    public int N => Excellent + Good + Satisfactory + Unsatisfactory + NotAttested;

    /// <summary>One term mark per student; null where none was put.</summary>
    public static ResultCounts Of(IReadOnlyCollection<ScaleValue?> termMarks)
    {
        var numbers = termMarks.Select(mark => mark?.Hundredths).OfType<int>().ToList();
        var notAttested = termMarks.Count(mark => mark?.Code == StandardScales.NotAttested);
        return new(
            At(MarkLevel.Excellent),
            At(MarkLevel.Good),
            At(MarkLevel.Satisfactory),
            At(MarkLevel.Unsatisfactory),
            notAttested,
            // зач and незач too: they say nothing about quality, and would only dilute it.
            termMarks.Count(mark => mark is null or { Level: MarkLevel.None }) - notAttested,
            numbers.Sum(number => (long)number),
            numbers.Count
        );

        int At(MarkLevel level) => termMarks.Count(mark => mark?.Level == level);
    }
}

/// <summary>The four figures of every school report, exact, in percent; null when there is nobody to count.</summary>
public static class ResultFormulas
{
    /// <summary>Успеваемость.</summary>
    public static Fraction? Attainment(ResultCounts c) => PerStudent(100L * (c.Excellent + c.Good + c.Satisfactory), c);

    /// <summary>Качество знаний.</summary>
    public static Fraction? Quality(ResultCounts c) => PerStudent(100L * (c.Excellent + c.Good), c);

    /// <summary>СОУ, степень обученности учащихся.</summary>
    public static Fraction? LearningDegree(ResultCounts c) =>
        PerStudent(100L * c.Excellent + 64L * c.Good + 36L * c.Satisfactory + 16L * c.Unsatisfactory + 7L * c.NotAttested, c);

    /// <summary>Средний балл: of those who have a number.</summary>
    public static Fraction? MeanMark(ResultCounts c) => c.Numbers == 0 ? null : new Fraction(c.NumbersSum, 100L * c.Numbers);

    private static Fraction? PerStudent(long sum, ResultCounts c) => c.N == 0 ? null : new Fraction(sum, c.N);
}
