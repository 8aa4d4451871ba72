using Journal.Tests.Support;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

/// <summary>What people see of a server that has no room for one more living page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NoRoomTests(BrowserFixture browser, NoRoomTests.FullServer school) : IClassFixture<NoRoomTests.FullServer>
{
    [Fact]
    public async Task A_family_reads_its_diary_and_the_chip_claims_no_more_than_is_so()
    {
        await using var parent = await browser.Visit(school, "parent");
        await parent.Page.GotoAsync("/diary/21");

        await Assertions.Expect(parent.Page.Locator("#line")).ToContainTextAsync("Обновляется раз в минуту");
        await Assertions.Expect(parent.Page.Locator("#line .net").First).ToBeHiddenAsync();
        await Assertions.Expect(parent.Page.Locator(".book")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_teacher_sees_a_page_that_says_what_to_do()
    {
        await using var teacher = await browser.Visit(school, "teacher");
        await teacher.Page.GotoAsync("/journal");

        await Assertions.Expect(teacher.Page.Locator("h1")).ToHaveTextAsync("Открыто слишком много страниц журнала");
        await Assertions.Expect(teacher.Page.Locator("#again")).ToHaveAttributeAsync("href", "/journal");
        await teacher.Page.ShutsNobodyOut();
    }

    /// <summary>Nobody has room for even one page.</summary>
    public sealed class FullServer : ApiSchool
    {
        protected override IReadOnlyDictionary<string, int> Limits { get; } = new Dictionary<string, int> { ["LinesPerAccount"] = 0 };
    }
}
