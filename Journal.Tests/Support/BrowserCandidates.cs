namespace Journal.Tests.Support;

public enum Desktop
{
    Linux,
    MacOS,
    Windows,
}

/// <summary>Where a Chromium, Chrome or Edge may lie on a computer, the most likely first.</summary>
public static class BrowserCandidates
{
    public const string Variable = "JOURNAL_BROWSER";

    private static readonly string[] LinuxNames =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "microsoft-edge-stable",
    ];

    private static readonly string[] WindowsPaths =
    [
        @"Google\Chrome\Application\chrome.exe",
        @"Microsoft\Edge\Application\msedge.exe",
        @"Chromium\Application\chrome.exe",
    ];

    private static readonly string[] MacPaths =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    /// <summary>Who names a browser means that one and no other.</summary>
    public static IReadOnlyList<string> On(Desktop desktop, Func<string, string?> variable) =>
        variable(Variable) is { Length: > 0 } named
            ? [named]
            : desktop switch
            {
                Desktop.Linux => OnLinux(variable),
                Desktop.MacOS => OnMac(variable),
                _ => OnWindows(variable),
            };

    public static Desktop Here =>
        OperatingSystem.IsWindows() ? Desktop.Windows
        : OperatingSystem.IsMacOS() ? Desktop.MacOS
        : Desktop.Linux;

    private static List<string> OnLinux(Func<string, string?> variable)
    {
        var folders = Folders(variable("PATH"), ':').Concat(["/usr/bin", "/usr/local/bin", "/snap/bin"]).Distinct(StringComparer.Ordinal);
        var onPath = folders.SelectMany(folder => LinuxNames, (folder, name) => $"{folder.TrimEnd('/')}/{name}");
        return [.. onPath, "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/usr/lib/chromium/chromium"];
    }

    private static List<string> OnMac(Func<string, string?> variable) =>
        [
            .. MacPaths,
            .. variable("HOME") is { Length: > 0 } home ? MacPaths.Select(path => home + path) : [],
            .. Folders(variable("PATH"), ':').Select(folder => $"{folder.TrimEnd('/')}/chromium"),
        ];

    private static List<string> OnWindows(Func<string, string?> variable)
    {
        var places = new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }.Select(variable).OfType<string>();
        var installed = places.SelectMany(place => WindowsPaths, (place, path) => $@"{place.TrimEnd('\\')}\{path}");
        var onPath = Folders(variable("PATH"), ';').SelectMany(folder => new[] { $@"{folder}\chrome.exe", $@"{folder}\msedge.exe" });
        return [.. installed, .. onPath];
    }

    private static string[] Folders(string? path, char separator) =>
        (path ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
