using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>отл / хор / уд / неуд; None says nothing about how well (зач, осв, н/а).</summary>
public enum MarkLevel
{
    None,
    Excellent,
    Good,
    Satisfactory,
    Unsatisfactory,
}

/// <summary>One value of a scale. Hundredths is its number × 100; without a number it never enters an average.</summary>
public sealed record ScaleValue(short Code, string Text, int? Hundredths, MarkLevel Level, bool InUse, bool TermOnly)
{
    /// <summary>May be typed into a cell of a lesson.</summary>
    [JsonIgnore]
    public bool ForLessons => InUse && !TermOnly;
}

/// <summary>The marks a course is marked with: data of the school, never code.</summary>
public sealed record MarkScale(ScaleId Id, string Name, ImmutableArray<ScaleValue> Values)
{
    /// <summary>Only then can two digits typed together mean two marks: on a ten scale 10 is one.</summary>
    [JsonIgnore]
    public bool HasOnlyOneDigitNumbers => Values.All(value => value.Hundredths is null || value.Text.Length == 1);

    public ScaleValue? WithCode(short code) => Values.FirstOrDefault(value => value.Code == code);

    public ScaleValue? WithText(string text) => Values.FirstOrDefault(value => value.Text.Equals(text, StringComparison.OrdinalIgnoreCase));
}
