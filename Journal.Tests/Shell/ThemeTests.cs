using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Bunit;
using Journal.Tests.Support;
using Journal.Web.Shell;
using Journal.Web.Texts;
using MudBlazor;

namespace Journal.Tests.Shell;

/// <summary>What MudBlazor's parts look like and say.</summary>
public sealed partial class ThemeTests : StaffContext
{
    [Theory]
    [InlineData("light", """:root {""")]
    [InlineData("dark", """:root[data-theme="dark"] {""")]
    public void The_theme_has_the_colours_of_the_style_sheet(string theme, string block)
    {
        var sheet = Repository.Read("Journal.Web/wwwroot/tokens.css");
        var colours = Declaration()
            .Matches(sheet.Split(block)[1].Split('}')[0])
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var tokens = theme == "light" ? Tokens.Light : Tokens.Dark;

        Assert.All(
            typeof(Tokens).GetProperties(BindingFlags.Public | BindingFlags.Instance),
            token => Assert.Equal(colours[NameInSheet(token.Name)], token.GetValue(tokens))
        );
    }

    [Fact]
    public void The_system_and_the_chosen_dark_theme_are_one()
    {
        var sheet = Repository.Read("Journal.Web/wwwroot/tokens.css");

        Assert.Equal(
            Declarations(sheet.Split(""":root:not([data-theme="light"]) {""")[1].Split('}')[0]),
            Declarations(sheet.Split(""":root[data-theme="dark"] {""")[1].Split('}')[0])
        );
    }

    [Fact]
    public void Every_colour_of_MudBlazor_is_one_of_ours_in_the_first_frame()
    {
        var ours = Repository.Read("Journal.Web/wwwroot/mud.css");
        var theirs = Palette()
            .Matches(Frame(SmallSchoolFacts.Deputy).Markup)
            .Select(m => m.Groups[1].Value)
            .Where(name => !name.EndsWith("-rgb") && !name.EndsWith("-opacity"));

        Assert.NotEmpty(theirs);
        Assert.All(theirs, name => Assert.Contains($"{name}: ", ours));
    }

    [Fact]
    public void Every_text_of_MudBlazor_has_its_russian()
    {
        var resources = typeof(MudText).Assembly.GetManifestResourceNames().Single(name => name.EndsWith(".resources"));
        using var theirs = new ResourceReader(typeof(MudText).Assembly.GetManifestResourceStream(resources)!);
        var texts = theirs.Cast<System.Collections.DictionaryEntry>().ToDictionary(one => (string)one.Key, one => (string)one.Value!);

        Language.Is("ru");
        Assert.All(texts, text => Assert.Equal(Facts(text.Value), Facts(new PartTexts()[text.Key].Value)));
        Assert.All(texts.Keys, key => Assert.False(new PartTexts()[key].ResourceNotFound, key));
        Language.Is("en");
        Assert.All(texts.Keys, key => Assert.True(new PartTexts()[key].ResourceNotFound, key));
    }

    private static string NameInSheet(string name) => "--" + Word().Replace(name, "-$1").TrimStart('-').ToLowerInvariant();

    private static string Facts(string text) => string.Join(",", Fact().Matches(text).Select(m => m.Value).Order());

    private static IEnumerable<string> Declarations(string block) =>
        block.Split(';').Select(one => Space().Replace(one, " ").Trim()).Where(one => one.Length > 0);

    [GeneratedRegex(@"(--[\w-]+):\s*(#[0-9a-f]{6})", RegexOptions.None, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(--mud-palette-[\w-]+):", RegexOptions.None, 1000)]
    private static partial Regex Palette();

    [GeneratedRegex("([A-Z]|[0-9])", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Fact();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
