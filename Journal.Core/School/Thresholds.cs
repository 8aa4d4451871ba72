using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>From which average, × 100, the programme proposes «5», «4» and «3». Proposes only: the teacher puts the term mark.</summary>
public sealed record Thresholds(int Excellent, int Good, int Satisfactory)
{
    public static readonly Thresholds Default = new(450, 350, 250);

    public MarkLevel LevelOf(Fraction average)
    {
        if (Reaches(average, Excellent))
            return MarkLevel.Excellent;
        if (Reaches(average, Good))
            return MarkLevel.Good;

        return Reaches(average, Satisfactory) ? MarkLevel.Satisfactory : MarkLevel.Unsatisfactory;
    }

    /// <summary>The number of the level reached; on a scale with several numbers to a level (10, 100) simply the nearest one, half up.</summary>
    public ScaleValue? Propose(Fraction average, MarkScale scale)
    {
        var numbers = scale.Values.Where(value => value is { ForLessons: true, Hundredths: not null }).ToList();
        if (HasOneNumberPerPassingLevel(numbers))
            numbers = numbers.FindAll(value => value.Level == LevelOf(average));

        var hundredths = average.Value * 100;
        return numbers
            .OrderBy(value => Math.Abs(value.Hundredths!.Value - hundredths))
            .ThenByDescending(value => value.Hundredths)
            .FirstOrDefault();
    }

    // Below «3» there may be two numbers («2» and «1») and thresholds still hold.
    private static bool HasOneNumberPerPassingLevel(List<ScaleValue> numbers) =>
        numbers.Where(value => value.Level != MarkLevel.Unsatisfactory).GroupBy(value => value.Level).All(level => level.Count() == 1);

    private static bool Reaches(Fraction average, int hundredths) => average >= new Fraction(hundredths, 100);
}

/// <summary>Other thresholds for a stage, a subject or a subject in a stage; null means every one.</summary>
public sealed record ThresholdRule(SchoolStage? Stage, SubjectId? Subject, Thresholds Thresholds);

/// <summary>The school's thresholds: the most particular rule wins, and a subject is more particular than a stage.</summary>
public sealed record ThresholdTable(Thresholds Otherwise, ImmutableArray<ThresholdRule> Rules)
{
    public static readonly ThresholdTable Default = new(Thresholds.Default, []);

    public Thresholds For(SchoolStage stage, SubjectId subject) =>
        Rules
            .Where(rule => (rule.Stage ?? stage) == stage && (rule.Subject ?? subject) == subject)
            .OrderByDescending(rule => rule.Subject is not null)
            .ThenByDescending(rule => rule.Stage is not null)
            .FirstOrDefault()
            ?.Thresholds
        ?? Otherwise;
}
