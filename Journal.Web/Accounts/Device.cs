using System.Text.RegularExpressions;

namespace Journal.Web.Accounts;

/// <summary>Out of what a browser calls itself, what a person recognizes: "Chrome, Windows".</summary>
public static partial class Device
{
    /// <summary>As much of it as is kept with a session.</summary>
    public const int Longest = 100;

    private const int Shown = 40;

    // Whoever builds on another names it too: the more particular ones come first.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("YaBrowser/", "Yandex Browser"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("CrOS", "ChromeOS"),
        ("Macintosh", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Without what they all say alike: what tells them apart stands at the end and would be cut off.</summary>
    public static string Kept(string? agent)
    {
        var telling = SaidByAll().Replace(agent ?? "", "").Trim();

        return telling[..Math.Min(telling.Length, Longest)];
    }

    /// <summary>Browser and system; of a program we do not know the beginning of what it says.</summary>
    public static string Of(string kept) =>
        (Find(Browsers, kept), Find(Systems, kept)) switch
        {
            ({ } browser, { } system) => $"{browser}, {system}",
            ({ } browser, null) => browser,
            _ => kept.Length > Shown ? $"{kept[..Shown]}…" : kept,
        };

    private static string? Find((string Sign, string Name)[] known, string kept) =>
        known.FirstOrDefault(one => kept.Contains(one.Sign, StringComparison.Ordinal)).Name;

    [GeneratedRegex(@"^Mozilla/5\.0| AppleWebKit/[\d.]+( \(KHTML, like Gecko\))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaidByAll();
}
