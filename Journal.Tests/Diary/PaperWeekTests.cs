using System.Text;
using System.Text.RegularExpressions;
using Journal.Core.Courses.Storage;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>A family's week on paper, in a real browser.</summary>
[Collection(ReadingBrowserCollection.Name)]
public sealed class PaperWeekTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Official = "Муниципальное бюджетное общеобразовательное учреждение";

    [Fact]
    public async Task The_schools_name_stands_before_the_students_and_a_long_one_keeps_the_week_on_one_sheet()
    {
        await Name("Школа № 1");
        await using var family = await FamilyAtHome.Open(browser, school, "parent", "/diary/21?week=2026-11-16");
        await family.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var head = family.Page.Locator("header.on-paper");
        Assert.Equal(["Школа № 1", "Фамилия21 Имя21, 7Б"], (await head.Locator("p").AllInnerTextsAsync()).Take(2));
        var before = (await head.BoundingBoxAsync())!.Height;

        await Name($"{Official} «Средняя общеобразовательная школа № 1» ".PadRight(SchoolSettings.LongestName, 'ш'));
        await family.Page.ReloadAsync();
        await family.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.InRange((await head.BoundingBoxAsync())!.Height, before, before + 12);
        Assert.True(await head.EvaluateAsync<bool>("e => e.scrollWidth <= e.clientWidth"));
        Assert.Equal(1, await Sheets(family.Page));
        Assert.Equal("Фамилия21 Имя21, 7Б", await head.Locator("p").Nth(1).InnerTextAsync());
    }

    private async Task Name(string name)
    {
        var roster = school.Get<RosterSource>().Current;
        var command = new ChangeSettings(roster.Settings with { Name = name }, roster.SettingsVersion);
        Assert.IsNotType<Refused>(await school.Writer.Submit(command, Director));
    }

    private static async Task<int> Sheets(IPage page) =>
        Regex.Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true })), @"/Type\s*/Page\b(?!s)");
}
