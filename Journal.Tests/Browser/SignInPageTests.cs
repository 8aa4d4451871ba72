using Journal.Tests.Support;

namespace Journal.Tests.Browser;

[Collection(BrowserCollection.Name)]
public class SignInPageTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(360, 740)]
    public async Task The_sign_in_page_fits_the_window_and_nothing_on_it_is_refused(int width, int height)
    {
        await using var server = await ServerProcess.Start(new ServerSettings { Demo = false });
        await using var visitor = await browser.Visit(
            server.Address,
            options => options.ViewportSize = new() { Width = width, Height = height }
        );

        var answer = await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        Assert.True(answer!.Ok);
        Assert.Empty(visitor.Complaints);
        await visitor.Page.FitsItsWindow();
        Assert.True(await visitor.Page.Locator("input[type=password]").IsVisibleAsync());
    }
}
