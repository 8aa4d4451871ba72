using System.Net;
using System.Text.RegularExpressions;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Tests.Api;
using Journal.Tests.Support;

namespace Journal.Tests.Web;

/// <summary>Every page in English: no word of it is Russian but those the school itself has put in.</summary>
public sealed partial class EnglishPagesTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    public static TheoryData<string, string?> Pages()
    {
        var pages = new TheoryData<string, string?>
        {
            { "setup", null },
            { "no-such-page", "teacher" },
            { "offline", "parent" },
        };
        foreach (var row in RightsTable.Pages.Values)
            pages.Add(row.Own, row.For.First(who => who is not null));
        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_English_page_has_no_Russian_word(string path, string? who)
    {
        using var caller = await school.As(who);

        var page = await caller.Get(path);

        var text = WebUtility.HtmlDecode(OwnName().Replace(page.Text, ""));
        var known = Known(school.Get<RosterSource>().Current);
        Assert.Contains("<html lang=\"en\"", text);
        Assert.Equal([], RussianWord().Matches(text).Select(one => one.Value).Where(word => !known.Contains(word)).Distinct());
    }

    private static HashSet<string> Known(Roster roster)
    {
        string?[] put =
        [
            roster.Settings.Name,
            .. roster.People.Values.Select(card => card?.FullName),
            .. roster.People.Values.Select(card => $"{card?.Given[..1]} {card?.Family[..1]}{card?.Given[..1]}"),
            .. roster.Subjects.Values.SelectMany(one => new[] { one.Name, Core.Diary.ShortTitle.Of(one.Name) }),
            .. roster.Classes.Values.Select(one => one.Name),
            .. roster.Groups.Values.Select(one => one.Name),
            .. roster.Terms.Values.Select(one => one.Name),
            .. roster.WorkTypes.Values.SelectMany(one => new[] { one.Name, one.Sign }),
            .. roster.Codes.SelectMany(one => new[] { one.Letter, one.Letter.ToUpperInvariant(), one.Title, one.PrintAs }),
            .. roster.Scales.Values.SelectMany(scale => scale.Values).Select(value => value.Text),
        ];
        return [.. put.OfType<string>().SelectMany(text => RussianWord().Matches(text)).Select(one => one.Value)];
    }

    // A language is called by its own name.
    [GeneratedRegex("<button[^>]* lang=\"ru\".*?</button>", RegexOptions.Singleline, 1000)]
    private static partial Regex OwnName();

    [GeneratedRegex(@"[\p{IsCyrillic}]+", RegexOptions.None, 1000)]
    private static partial Regex RussianWord();
}
