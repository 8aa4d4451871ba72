using Deque.AxeCore.Playwright;
using Journal.Tests.Support;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

/// <summary>
/// Every page of the demonstration at a desk and on a phone, light and dark: it fits its window, nothing complains, nobody is shut out. The pictures
/// are left in artifacts/ for whoever judges how it looks.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(BrowserFixture browser, EveryPageTests.Demo demo) : IClassFixture<EveryPageTests.Demo>
{
    private static readonly (int Width, ColorScheme Theme)[] Windows =
    [
        (1440, ColorScheme.Light),
        (1440, ColorScheme.Dark),
        (360, ColorScheme.Light),
        (360, ColorScheme.Dark),
    ];

    /// <summary>Name, whose, and the links to follow from the address to get there.</summary>
    public static TheoryData<string, string?, string, string?> Pages =>
        new()
        {
            { "sign-in", null, "/sign-in", null },
            { "offline", null, "/offline", null },
            { "home-teacher", "teacher", "/journal", null },
            { "home-deputy", "deputy", "/journal", null },
            { "journal", "teacher", "/journal", ".subjects a:text-is('7Б')" },
            { "journal-read-only", "class-teacher", "/class/", ".class .t a:has-text('Алгебра')" },
            { "class", "class-teacher", "/class/", null },
            { "not-found", "teacher", "/journal/99999", null },
            { "diary", "parent", "/diary", null },
            { "subjects", "parent", "/diary", "a[href$='/subjects']:visible" },
            { "subject", "parent", "/diary", "a[href$='/subjects']:visible >> table a, main a[href*='/subjects/']" },
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_every_window_and_shuts_nobody_out(string name, string? who, string path, string? links)
    {
        foreach (var (width, theme) in Windows)
        {
            await using var visitor = await browser.Visit(
                demo.Server.Address,
                options => (options.ViewportSize, options.ColorScheme) = (new() { Width = width, Height = width < 700 ? 780 : 900 }, theme)
            );
            await Reach(visitor.Page, who, path, links);

            await visitor.Page.ScreenshotAsync(
                new() { Path = Picture($"{name}-{width}-{theme}".ToLowerInvariant()), Animations = ScreenshotAnimations.Disabled }
            );
            Assert.True(
                await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{name} at {width} is wider than its window"
            );
            var found = await visitor.Page.RunAxe();
            Assert.Equal(
                "",
                string.Join('\n', found.Violations.Select(one => $"{width} {theme} {one.Id}: {one.Help}: {one.Nodes[0].Html}"))
            );
            Assert.Equal([], visitor.Complaints.Where(said => !said.Contains("404")));
        }
    }

    /// <summary>A window of 720 is one of 1440 looked at with 200 % zoom.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_can_be_read_at_twice_its_size(string name, string? who, string path, string? links)
    {
        await using var visitor = await browser.Visit(
            demo.Server.Address,
            options => (options.ViewportSize, options.DeviceScaleFactor) = (new() { Width = 720, Height = 450 }, 2)
        );

        await Reach(visitor.Page, who, path, links);

        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), name);
    }

    private static async Task Reach(IPage page, string? who, string path, string? links)
    {
        if (who is not null)
        {
            await page.GotoAsync("/sign-in");
            await page.Locator("input[name=Login]").FillAsync(who);
            await page.Locator("#pw").FillAsync("demo");
            await page.Locator("button.main").ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains("sign-in"));
        }

        if (path == "/class/")
            await page.Locator("nav a[href^='/class/']:visible").First.ClickAsync();
        else
            await page.GotoAsync(path);
        foreach (var link in links?.Split(" >> ") ?? [])
        {
            var address = page.Url;
            await page.Locator(link).First.ClickAsync();
            await page.WaitForURLAsync(url => url != address);
        }

        await page.Locator(page.Url.Contains("/journal/") && who is not null && !path.EndsWith("99999") ? ".journal[data-ready]" : "h1")
            .First.WaitForAsync();
    }

    private static string Picture(string name) => Path.Combine(Repository.Root, "artifacts", $"{name}.png");

    /// <summary>The demonstration as it stands on a Wednesday in November, in the middle of the third lesson.</summary>
    public sealed class Demo : IAsyncLifetime
    {
        public ServerProcess Server { get; private set; } = null!;

        public async Task InitializeAsync() =>
            Server = await ServerProcess.Start(
                new()
                {
                    Demo = true,
                    More = new Dictionary<string, string?> { ["Journal:Clock"] = "2026-11-25T10:24:00+03:00" },
                }
            );

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }
}
