using System.IO.Enumeration;
using Journal.Tests.Support;

namespace Journal.Tests.Architecture;

/// <summary>Who opens the repository sees these names and no others.</summary>
public class RootTests
{
    private static readonly string[] Agreed =
    [
        ".ci",
        ".config",
        ".csharpierignore",
        ".csharpierrc.json",
        ".editorconfig",
        ".gitattributes",
        ".gitignore",
        "BannedSymbols.txt",
        "CONTRIBUTING.md",
        "Directory.Build.props",
        "Directory.Packages.props",
        "Journal.Core",
        "Journal.Tests",
        "Journal.Web",
        "Journal.sln",
        "LICENSE",
        "NOTICE",
        "README.md",
        "appsettings.json",
        "docs",
        "global.json",
    ];

    [Fact]
    public void The_root_holds_what_was_agreed_and_nothing_else()
    {
        var present = Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)!);
        var ignored = Repository.Read(".gitignore").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal([], Strangers(present, ignored));
    }

    [Fact]
    public void What_was_agreed_is_there() =>
        Assert.All(Agreed, name => Assert.True(Path.Exists(Path.Combine(Repository.Root, name)), name));

    [Fact]
    public void A_stranger_in_the_root_is_found_and_what_git_ignores_is_not() =>
        Assert.Equal(
            ["notes.txt"],
            Strangers(["README.md", ".git", "notes.txt", "TestResults", "data", "a.db"], ["TestResults/", "/data/", "*.db"])
        );

    private static IEnumerable<string> Strangers(IEnumerable<string> present, IReadOnlyCollection<string> ignored) =>
        present
            .Except([.. Agreed, ".git"])
            .Where(name => !ignored.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern.Trim('/'), name)));
}
