using System.Text.RegularExpressions;

namespace Journal.Tests.Architecture;

/// <summary>A source file of Journal.Core by its path there and its text.</summary>
public sealed record CoreFile(string Path, string Text)
{
    public string Folder => Path.Split('/')[0];

    public bool IsStorage => Path.Split('/').Contains("Storage");
}

/// <summary>Which folder of Journal.Core may know which: each only those named before it.</summary>
public static partial class FolderOrder
{
    public static readonly string[] Machinery = ["Basics", "Live", "Persistence", "Writing"];

    public static readonly string[] Features =
    [
        "School",
        "People",
        "Classes",
        "Courses",
        "Timetable",
        "Lessons",
        "Homework",
        "Register",
        "Remarks",
        "Notices",
        "Diary",
        "Control",
        "Import",
        "Demo",
        "Access",
    ];

    public static readonly string[] All = [.. Machinery, .. Features];

    /// <summary>Where all parts are put together; the one file beside the folders.</summary>
    public const string Assembly = "JournalCore.cs";

    // The demo uses the one door from outside, like a screen; access is that door. Neither needs the database itself.
    private static readonly string[] OverAll = ["Demo", "Access"];

    private static readonly string[] StorageOnly = ["Persistence", "Writing"];

    public static IEnumerable<string> Wrong(CoreFile file)
    {
        if (file.Path == Assembly)
            return [];
        if (Array.IndexOf(All, file.Folder) < 0)
            return [$"{file.Path} lies in a folder that has no place in the order"];

        return Misplaced(file).Concat(LooksAhead(file)).Concat(KnowsStorage(file));
    }

    // The order is read from namespaces, so a namespace may not differ from its folder.
    private static IEnumerable<string> Misplaced(CoreFile file)
    {
        var expected = "Journal.Core." + Path.GetDirectoryName(file.Path)!.Replace('\\', '/').Replace('/', '.');
        var declared = Namespace().Match(file.Text);
        if (declared.Success && declared.Groups["name"].Value != expected)
            yield return $"{file.Path} declares {declared.Groups["name"].Value}";
        if (GlobalUsing().IsMatch(file.Text))
            yield return $"{file.Path} has a global using, which hides who uses whom";
    }

    private static IEnumerable<string> LooksAhead(CoreFile file) =>
        from used in Used(file)
        let folder = used.Split('.')[0]
        where Array.IndexOf(All, folder) > Array.IndexOf(All, file.Folder)
        select $"{file.Path} uses {used}, which comes later";

    private static IEnumerable<string> KnowsStorage(CoreFile file)
    {
        if (file.IsStorage || Machinery.Contains(file.Folder))
            yield break;

        foreach (var used in Used(file).Where(used => IsStorageOnly(used) && !OverAll.Contains(file.Folder)))
            yield return $"{file.Path} uses {used} outside a Storage folder";
        if (Database().Match(Code(file)) is { Success: true } found)
            yield return $"{file.Path} knows {found.Value} outside a Storage folder";
    }

    private static bool IsStorageOnly(string used) => used.Split('.').Intersect([.. StorageOnly, "Storage"]).Any();

    private static IEnumerable<string> Used(CoreFile file) =>
        Reference().Matches(Code(file)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    private static string Code(CoreFile file) =>
        string.Join('\n', file.Text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^\s*global\s+using\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GlobalUsing();

    [GeneratedRegex(@"\bJournal\.Core\.(?<name>\w+(\.Storage\b)?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\bMicrosoft\.(EntityFrameworkCore|Data\.Sqlite)\b|\bDbContext\b|\bDbSet\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Database();
}
