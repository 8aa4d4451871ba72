using Journal.Tests.Support;

namespace Journal.Tests.Architecture;

public class HouseRulesTests
{
    private static readonly string[] Projects = ["Journal.Core", "Journal.Web", "Journal.Tests"];

    // This folder is left out: it has to write down what it forbids.
    private static IEnumerable<string> Sources =>
        from project in Projects
        from file in Repository.Files(project, ".cs", ".razor")
        let path = $"{project}/{file}"
        where !path.StartsWith("Journal.Tests/Architecture/", StringComparison.Ordinal)
        where !path.Contains("/Migrations/", StringComparison.Ordinal)
        select path;

    [Fact]
    public void Every_name_says_what_is_inside() => AssertNone(Sources.SelectMany(HouseRules.WrongName));

    [Fact]
    public void Nothing_forbidden_is_written() => AssertNone(Sources.SelectMany(path => HouseRules.WrongText(path, Repository.Read(path))));

    [Fact]
    public void Screens_know_nothing_of_the_database() =>
        AssertNone(
            Sources
                .Where(path => path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith(".razor.cs", StringComparison.Ordinal))
                .SelectMany(path => HouseRules.ScreenKnowsDatabase(path, Repository.Read(path)))
        );

    [Theory]
    [InlineData("Journal.Core/Register/MarkHelper.cs")]
    [InlineData("Journal.Core/Register/MarkUtils.cs")]
    [InlineData("Journal.Core/Common/Mark.cs")]
    [InlineData("Journal.Web/Live/ConnectionManager.razor")]
    [InlineData("Journal.Web/Live/ConnectionManager.razor.cs")]
    [InlineData("Journal.Tests/Live/ConnectionManagerTests.cs")]
    public void A_name_that_says_nothing_is_found(string path) => Assert.Contains(path, Assert.Single(HouseRules.WrongName(path)));

    [Theory]
    [InlineData("Journal.Core/Register/SetMark.cs")]
    [InlineData("Journal.Core/School/CommonHoliday.cs")]
    [InlineData("Journal.Core/Writing/Committed.cs")]
    public void A_name_that_says_something_is_left_alone(string path) => Assert.Empty(HouseRules.WrongName(path));

    [Theory]
    [InlineData("    #region Marks")]
    [InlineData("public async void Save() {")]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("Thread.Sleep(10);")]
    [InlineData("[Fact(Skip = \"later\")]")]
    [InlineData("[Theory(DisplayName = \"a\", Skip = \"later\")]")]
    [InlineData("try { Save(); } catch (IOException) { }")]
    [InlineData("try { Save(); } catch\n{\n}")]
    public void Something_forbidden_is_found(string text) => Assert.Single(HouseRules.WrongText("A.cs", text));

    [Theory]
    [InlineData("public async Task Save() {")]
    [InlineData("var now = clock.GetUtcNow();")]
    [InlineData("[Fact]")]
    [InlineData("lessons.Skip(1)")]
    [InlineData("catch (IOException)\n{\n    // The file is somebody else's now.\n}")]
    public void Something_allowed_is_left_alone(string text) => Assert.Empty(HouseRules.WrongText("A.cs", text));

    [Theory]
    [InlineData("@inject IDbContextFactory<JournalDb> Databases", 1)]
    [InlineData("@using Microsoft.EntityFrameworkCore", 1)]
    [InlineData("@inject JournalPages Pages", 0)]
    public void A_screen_that_reads_the_database_is_found(string text, int found) =>
        Assert.Equal(found, HouseRules.ScreenKnowsDatabase("A.razor", text).Count());

    // One sentence a line: a shortened list would hide which file is meant.
    private static void AssertNone(IEnumerable<string> found) => Assert.Equal("", string.Join('\n', found));
}
