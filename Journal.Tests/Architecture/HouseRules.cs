using System.Text.RegularExpressions;

namespace Journal.Tests.Architecture;

/// <summary>Words and names that have no place in our sources.</summary>
public static partial class HouseRules
{
    private static readonly (Regex Pattern, string Why)[] Texts =
    [
        (Region(), "a region hides that a file is too long"),
        (AsyncVoid(), "nobody can wait for async void or hear that it failed"),
        (WallClock(), "time comes from TimeProvider"),
        (Sleep(), "wait for the event, not for time"),
        (SkippedTest(), "a test is never skipped"),
        (Swallowed(), "a catch that swallows says why"),
    ];

    public static IEnumerable<string> WrongName(string path)
    {
        if (path.Split('/').Any(part => NamelessName().IsMatch(part)))
            yield return $"{path}: a name says what is inside, not that there are several things";
    }

    public static IEnumerable<string> WrongText(string path, string text) =>
        from rule in Texts
        let found = rule.Pattern.Match(text)
        where found.Success
        select $"{path}: {found.Value.Trim()} ({rule.Why})";

    /// <summary>A screen shows and asks; it never reads the database itself.</summary>
    public static IEnumerable<string> ScreenKnowsDatabase(string path, string text)
    {
        if (Database().Match(text) is { Success: true } found)
            yield return $"{path} knows {found.Value}";
    }

    [GeneratedRegex(
        @"(Helper|Helpers|Util|Utils|Utility|Utilities|Common|Manager|Managers)(Tests)?(\.razor)?(\.\w+)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NamelessName();

    [GeneratedRegex(@"^\s*#\s*region\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Region();

    [GeneratedRegex(@"\basync\s+void\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\bThread\.Sleep\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\[(Fact|Theory)\([^)]*\bSkip\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SkippedTest();

    [GeneratedRegex(@"\bcatch\b[^{};]*\{\s*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Swallowed();

    [GeneratedRegex(@"\bMicrosoft\.EntityFrameworkCore\b|\bI?DbContext(Factory)?\b|\bJournalDb\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Database();
}
