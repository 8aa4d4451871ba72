using Journal.Core.Basics;

namespace Journal.Core.School;

public sealed record OrderNumberUnfit(int Longest) : Refusal;

/// <summary>The number of an order as it is typed: one line, at most so long; nothing is none.</summary>
public static class OrderNumber
{
    public const int Longest = 100;

    public static string? Tidy(string? typed) => typed?.Trim() is { Length: > 0 } number ? number : null;

    public static bool IsFit(string? typed) =>
        Tidy(typed) is not { } number || (number.Length <= Longest && SchoolSettings.IsReadableLine(number));
}
