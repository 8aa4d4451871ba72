using System.Collections.Immutable;

namespace Journal.Core.Register;

public enum TermKind
{
    Quarter,
    Trimester,
    HalfYear,
    Semester,
}

/// <summary>Up to so many hours a week, × 100, a student is to get at least so many marks in a term of this kind.</summary>
public sealed record DensityRule(TermKind Kind, int UpToHours, int Marks);

/// <summary>Накопляемость: the least number of marks per student and term. Too few is the teacher's task, never the child's «н/а».</summary>
public sealed record MarkDensity(ImmutableArray<DensityRule> Rules)
{
    // Quarters are domain §3; longer terms in proportion to their weeks, rounded down.
    public static readonly MarkDensity Default = new([
        .. Table(TermKind.Quarter, 2, 3, 5, 7),
        .. Table(TermKind.Trimester, 2, 4, 6, 9),
        .. Table(TermKind.HalfYear, 4, 6, 10, 14),
        .. Table(TermKind.Semester, 4, 6, 10, 14),
    ]);

    /// <summary>Scaled by the days the student was enrolled, rounded down: nobody is asked for more than the share of a newcomer.</summary>
    public int Minimum(int hoursPerWeek, TermKind kind, int daysEnrolled, int daysOfTerm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(daysOfTerm);
        if (hoursPerWeek <= 0 || Rule(hoursPerWeek, kind) is not { } rule)
            return 0;

        return (int)((long)rule.Marks * Math.Clamp(daysEnrolled, 0, daysOfTerm) / daysOfTerm);
    }

    private static DensityRule[] Table(TermKind kind, int half, int one, int three, int more) =>
        [new(kind, 50, half), new(kind, 100, one), new(kind, 300, three), new(kind, int.MaxValue, more)];

    private DensityRule? Rule(int hoursPerWeek, TermKind kind) =>
        Rules.Where(rule => rule.Kind == kind && hoursPerWeek <= rule.UpToHours).MinBy(rule => rule.UpToHours);
}
