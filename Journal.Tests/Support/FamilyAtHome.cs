using Microsoft.Playwright;

namespace Journal.Tests.Support;

/// <summary>Somebody signed in at a browser, in front of a page of the small school.</summary>
public sealed class FamilyAtHome(ApiSchool school, Visitor visitor) : IAsyncDisposable
{
    public IPage Page => visitor.Page;

    public Visitor Visitor => visitor;

    public static async Task<FamilyAtHome> Open(
        BrowserFixture browser,
        ApiSchool school,
        string login,
        string path,
        bool phone = false,
        bool dark = false,
        bool shared = false
    )
    {
        await school.FinishSetUp();
        var visitor = await browser.Visit(
            school.Address,
            options =>
            {
                options.ViewportSize = phone ? new() { Width = 360, Height = 780 } : new() { Width = 1280, Height = 900 };
                options.ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light;
            }
        );
        var family = new FamilyAtHome(school, visitor);
        try
        {
            await family.SignIn(login, path, shared);
            return family;
        }
        catch
        {
            await family.DisposeAsync();
            throw;
        }
    }

    public async Task SignIn(string login, string path, bool shared = false)
    {
        await Page.GotoAsync($"/sign-in?return={Uri.EscapeDataString(path)}");
        await Page.FillAsync("[name=Login]", login);
        await Page.FillAsync("[name=Password]", ApiSchool.Password);
        await Page.Locator("[name=SharedComputer]").SetCheckedAsync(shared);
        await Page.ClickAsync("section:first-of-type button[type=submit]");
        await Page.WaitForURLAsync(new Uri(school.Address, path).ToString());
    }

    /// <summary>As long as a copy of this page is not kept, the time without a connection must not begin.</summary>
    public Task CopyKept() =>
        Until(
            """
            const name = (await caches.keys()).find((one) => one.startsWith('journal-copies-'));
            return name && (await (await caches.open(name)).match(location.href)) && navigator.serviceWorker.controller;
            """
        );

    public Task CopiesGone() => Until("return !(await caches.keys()).some((one) => one.startsWith('journal-copies-'));");

    public Task NothingKept() => Until("return (await caches.keys()).length === 0;");

    public Task<string[]> Copies() =>
        Page.EvaluateAsync<string[]>(
            """
            async () => {
              const all = [];
              for (const name of (await caches.keys()).filter((one) => one.startsWith('journal-copies-')))
                for (const request of await (await caches.open(name)).keys()) all.push(`${name} ${new URL(request.url).pathname}`);
              return all;
            }
            """
        );

    /// <summary>Something that only the very same document still has.</summary>
    public Task Mark() => Page.EvaluateAsync("window.sameDocument = true");

    public Task<bool> IsSame() => Page.EvaluateAsync<bool>("window.sameDocument === true");

    public Task Offline(bool offline) => visitor.Context.SetOfflineAsync(offline);

    // What a page waits for is asked for in the page: a promise is true to whoever does not wait for it.
    private Task<System.Text.Json.JsonElement?> Until(string condition) =>
        Page.EvaluateAsync(
            $$"""
            async () => {
              const met = async () => { {{condition}} };
              const end = Date.now() + 30000;
              while (!(await met())) {
                if (Date.now() > end) throw new Error('This has not come true.');
                await new Promise((next) => setTimeout(next, 20));
              }
            }
            """
        );

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}
