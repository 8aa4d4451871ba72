using System.Globalization;

namespace Journal.Core.Basics;

/// <summary>An exact non-negative fraction in lowest terms: averages and shares are compared as this and rounded only to be shown.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    public Fraction(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var divisor = GreatestCommonDivisor(numerator, denominator);
        (Numerator, Denominator) = (numerator / divisor, denominator / divisor);
    }

    public long Numerator { get; }

    public long Denominator { get; }

    public decimal Value => (decimal)Numerator / Denominator;

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public static Fraction operator +(Fraction left, Fraction right)
    {
        var divisor = GreatestCommonDivisor(left.Denominator, right.Denominator);
        return checked(
            new(
                left.Numerator * (right.Denominator / divisor) + right.Numerator * (left.Denominator / divisor),
                left.Denominator / divisor * right.Denominator
            )
        );
    }

    public static Fraction operator /(Fraction dividend, long divisor) => checked(new(dividend.Numerator, dividend.Denominator * divisor));

    /// <summary>Half goes up, decided on the exact fraction and never on an already rounded decimal.</summary>
    public decimal Rounded(int digits)
    {
        Int128 scale = 1;
        for (var i = 0; i < digits; i++)
            scale *= 10;

        return (decimal)((2 * scale * Numerator + Denominator) / (2 * (Int128)Denominator)) / (decimal)scale;
    }

    public int CompareTo(Fraction other) => ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <summary>Two digits, the way an average is written.</summary>
    public override string ToString() => Rounded(2).ToString("0.00", CultureInfo.InvariantCulture);

    private static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
