using Journal.Tests.Support;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

/// <summary>
/// Every page of the demonstration at a desk and on a phone, light and dark: it fits its window, nothing complains, nobody is shut out. The pictures
/// are left in artifacts/ for whoever judges how it looks.
/// </summary>
[Collection(ReadingBrowserCollection.Name)]
public sealed class EveryPageTests(BrowserFixture browser, EveryPageTests.Demo demo) : IClassFixture<EveryPageTests.Demo>
{
    // With the axe tests of the grid and of the frame all four are gone through.
    private static readonly (int Width, ColorScheme Theme)[] GoneThrough = [(1440, ColorScheme.Light), (360, ColorScheme.Dark)];

    private static readonly (int Width, int Height, ColorScheme Theme)[] Windows =
    [
        (1440, 900, ColorScheme.Light),
        (1440, 900, ColorScheme.Dark),
        (360, 780, ColorScheme.Light),
        (360, 780, ColorScheme.Dark),
    ];

    /// <summary>Name, whose, and the links to follow from the address to get there.</summary>
    public static TheoryData<string, string?, string, string?> Pages =>
        new()
        {
            { "sign-in", null, "/sign-in", null },
            { "offline", null, "/offline", null },
            { "home-teacher", "teacher", "/journal", null },
            { "home-deputy", "deputy", "/journal", null },
            { "home-technician", "technician", "/journal", null },
            { "journal", "teacher", "/journal", ".subjects a:text-is('7Б')" },
            { "journal-read-only", "class-teacher", "/journal", "nav a[href^='/class/'] >> .class .t a:has-text('Алгебра')" },
            { "plan", "teacher", "/journal", ".subjects a[href$='/plan']" },
            {
                "plan-read-only",
                "class-teacher",
                "/journal",
                "nav a[href^='/class/'] >> .class .t a:has-text('Алгебра') >> .head a[href$='/plan']"
            },
            { "class", "class-teacher", "/journal", "nav a[href^='/class/']" },
            { "roll", "teacher", "/journal", "a[href^='/roll/']" },
            { "homework", "teacher", "/journal", "a[href^='/homework/']" },
            { "morning", "deputy", "/school/morning", null },
            { "lesson", "teacher", "/journal", "a[href^='/lesson/']" },
            { "substitute", "teacher", "/substitute", null },
            { "substitutions", "deputy", "/school/substitutions", null },
            { "day-orders", "deputy", "/school/day-orders", null },
            { "timetable-change", "deputy", "/school/timetable/change", null },
            { "timetable", "teacher", "/school/timetable", null },
            { "timetable-day", "deputy", "/school/timetable?day=2026-11-25", null },
            { "account", "teacher", "/account", null },
            { "server", "admin", "/school/health", null },
            { "print", "teacher", "/journal", ".subjects a:text-is('7Б') >> a[href*='/print']" },
            { "not-found", "teacher", "/journal/99999", null },
            { "diary-seen-by-staff", "class-teacher", "/journal", "nav a[href^='/class/'] >> main a[href^='/diary/']" },
            { "diary", "parent", "/diary", null },
            { "absence", "parent", "/diary", "a[href$='/absence']:visible" },
            { "subjects", "parent", "/diary", "a[href$='/subjects']:visible" },
            { "subject", "parent", "/diary", "a[href$='/subjects']:visible >> table a, main a[href*='/subjects/']" },
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_every_window_and_shuts_nobody_out(string name, string? who, string path, string? links)
    {
        var signedIn = who is null ? null : await SignedIn(who);
        await using var visitor = await browser.Visit(demo.Server.Address, options => options.StorageState = signedIn);
        await Reach(visitor.Page, path, links);

        foreach (var (width, height, theme) in Windows)
        {
            await visitor.Page.SetViewportSizeAsync(width, height);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            await visitor.Page.NextFrame();
            await visitor.Page.ScreenshotAsync(
                new() { Path = Picture($"{name}-{width}-{theme}"), Animations = ScreenshotAnimations.Disabled }
            );
            await visitor.Page.FitsItsWindow();
            if (!GoneThrough.Contains((width, theme)))
                continue;
            await visitor.Page.ShutsNobodyOut();
        }

        // A window of 720 is one of 1440 looked at with 200 % zoom.
        await visitor.Page.SetViewportSizeAsync(720, 450);
        await visitor.Page.FitsItsWindow();
        Assert.Equal([], visitor.Complaints.Where(said => !said.Contains("404")));
    }

    // Once for all pages of the same person.
    private async Task<string> SignedIn(string who)
    {
        if (demo.SignedIn.TryGetValue(who, out var known))
            return known;

        await using var visitor = await browser.Visit(demo.Server.Address);
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.Locator("input[name=Login]").FillAsync(who);
        await visitor.Page.Locator("#pw").FillAsync("demo");
        await visitor.Page.Locator("button.main").ClickAsync();
        await visitor.Page.WaitForURLAsync(url => !url.Contains("sign-in"), new() { WaitUntil = WaitUntilState.Commit });
        return demo.SignedIn[who] = await visitor.Context.StorageStateAsync();
    }

    private static async Task Reach(IPage page, string path, string? links)
    {
        await page.GotoAsync(path);
        foreach (var link in links?.Split(" >> ") ?? [])
            await page.GotoAsync(await page.Locator(link).First.GetAttributeAsync("href") ?? "");

        await page.Locator(".journal[data-ready], main[data-interactive] h1, body:not(.staff) h1").First.WaitForAsync();
    }

    private static string Picture(string name) => Path.Combine(Repository.Root, "artifacts", $"{name.ToLowerInvariant()}.png");

    /// <summary>The demonstration as it stands on a Wednesday in November, in the middle of the third lesson.</summary>
    public sealed class Demo : IAsyncLifetime
    {
        public ServerProcess Server { get; private set; } = null!;

        /// <summary>What a browser keeps of a sign-in, by login.</summary>
        public Dictionary<string, string> SignedIn { get; } = [];

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
