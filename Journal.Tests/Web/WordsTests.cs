using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Journal.Core.People;
using Journal.Web.Accounts;
using Journal.Web.Texts;

namespace Journal.Tests.Web;

public sealed partial class WordsTests
{
    // A language is called by its own name in every language.
    private static readonly string[] OwnNames = ["LanguageRussian"];

    private static readonly string Web = Path.Combine(Root(), "Journal.Web");

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_facts()
    {
        var (russian, english) = (Read("Words.resx"), Read("Words.en.resx"));

        Assert.Equal(russian.Keys.Order(), english.Keys.Order());
        Assert.All(russian, text => Assert.Equal(Facts(text.Value), Facts(english[text.Key])));
    }

    [Fact]
    public void English_texts_have_no_cyrillic_and_no_text_is_empty()
    {
        Assert.All(Read("Words.en.resx").Where(t => !OwnNames.Contains(t.Key)), text => Assert.DoesNotMatch(@"\p{IsCyrillic}", text.Value));
        Assert.All(Read("Words.resx").Concat(Read("Words.en.resx")), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    [Fact]
    public void Every_text_is_used()
    {
        var source = string.Concat(Sources("*.cs").Concat(Sources("*.razor")).Select(File.ReadAllText));

        Assert.All(Read("Words.resx").Keys, key => Assert.Matches($@"\bWords\.{key}\b", source));
    }

    [Fact]
    public void No_component_says_anything_that_is_not_a_resource()
    {
        foreach (var file in Sources("*.razor"))
        {
            var markup = Code().Replace(File.ReadAllText(file), "");
            Assert.DoesNotMatch(@"\p{IsCyrillic}", markup);
            var said = Between()
                .Matches(Expressions().Replace(markup, ""))
                .Select(m => m.Groups[1].Value.Trim())
                .Where(t => Letters().IsMatch(t));
            Assert.True(!said.Any(), $"{Path.GetFileName(file)}: {string.Join(" | ", said)}");
        }
    }

    [Fact]
    public void Source_files_say_nothing_in_russian()
    {
        Assert.All(Sources("*.cs"), file => Assert.DoesNotMatch(@"\p{IsCyrillic}", Comments().Replace(File.ReadAllText(file), "")));
    }

    [Fact]
    public void Every_role_and_every_trouble_has_a_name_in_both_languages()
    {
        foreach (var language in new[] { "ru", "en" })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            Assert.All(Enum.GetValues<Role>(), role => Assert.NotEmpty(RoleText.For(role)));
            Assert.All(Enum.GetValues<AccountTrouble>(), trouble => Assert.NotEmpty(AccountTroubleText.For(trouble)));
        }
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument
            .Load(Path.Combine(Web, "Texts", file))
            .Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Facts(string text) => string.Join(",", Fact().Matches(text).Select(m => m.Value).Order().Distinct());

    private static IEnumerable<string> Sources(string pattern) =>
        Directory
            .EnumerateFiles(Web, pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Journal.sln")))
            folder = folder.Parent;

        return folder.FullName;
    }

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Fact();

    [GeneratedRegex(@"@code\s*\{.*", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"@\*.*?\*@|^\s*@?(if|for|foreach|switch|page|layout|attribute|inherits|inject|using|var|return)\b.*$|^\s*(else.*|\{|\})\s*$|@\([^)]*\)|@[A-Za-z_][\w.?]*(\([^)]*\)|\[[^\]]*\])?(\?\.[\w.]+)?",
        RegexOptions.Multiline
    )]
    private static partial Regex Expressions();

    [GeneratedRegex(@">([^<>]+)<")]
    private static partial Regex Between();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letters();
}
