using Journal.Tests.Support;

namespace Journal.Tests.Browser;

[Collection(BrowserCollection.Name)]
public class BrowserFixtureTests(BrowserFixture browser)
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    [Fact]
    public async Task A_visitor_reads_Russian_and_lives_by_Moscow_time()
    {
        await using var visitor = await browser.Visit(Nowhere);

        Assert.Equal("ru-RU", await visitor.Page.EvaluateAsync<string>("navigator.language"));
        Assert.Equal("Europe/Moscow", await visitor.Page.EvaluateAsync<string>("Intl.DateTimeFormat().resolvedOptions().timeZone"));
    }

    [Fact]
    public async Task An_error_on_a_page_is_a_complaint()
    {
        await using var visitor = await browser.Visit(Nowhere);

        await visitor.Page.RunAndWaitForConsoleMessageAsync(() => visitor.Page.EvaluateAsync("console.error('broken')"));

        Assert.Contains("broken", visitor.Complaints);
    }

    [Fact]
    public async Task A_place_is_free_again_when_a_visitor_leaves()
    {
        for (var i = 0; i < BrowserFixture.Budget + 1; i++)
        {
            await using var visitor = await browser.Visit(Nowhere);
            Assert.Single(visitor.Context.Pages);
        }
    }
}
