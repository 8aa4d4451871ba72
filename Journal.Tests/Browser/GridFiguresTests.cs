using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Journal.Web.Diary;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Journal.Tests.Browser;

/// <summary>
/// How soon a key is painted, saved, in a colleague's page and in the family's; what an edit sends; how soon a page can be used. The figures are
/// printed, not asserted (docs/performance.md says how); what is asserted is that everything arrived, and the bytes.
/// </summary>
[Collection(GridBrowserCollection.Name)]
public sealed class GridFiguresTests(BrowserFixture browser, FullPage school, ITestOutputHelper output) : IClassFixture<FullPage>
{
    // The family's page shows this week.
    private const int FirstShown = 20;
    private const int MostBytes = 1024;

    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("JOURNAL_FIGURE_ROUNDS") ?? "1");
    private static readonly string[] Digits = ["5", "4", "3", "2"];

    [Fact]
    public async Task From_a_key_to_the_paint_beside_a_bare_field()
    {
        Say("raw: a key into a bare field → painted", await BareKeys());
        await using var teacher = await Open("teacher");
        await Cell(teacher, 0, FirstShown - 1).ClickAsync();
        await teacher.Page.WatchEcho();

        for (var row = 0; row < FullPage.Height; row++)
        {
            await teacher.Page.Keyboard.TypeAsync(Digits[row % 4]);
            await teacher.Page.NextFrame();
            await teacher.Page.Keyboard.PressAsync("Enter");
        }

        var keys = (await teacher.Page.Echoes()).Select(echo => echo.Ms).ToArray();
        Say("key → painted, one page open", keys);
        Assert.Equal(FullPage.Height, keys.Length);
    }

    [Fact]
    public async Task From_a_key_to_the_screens_of_all_who_look()
    {
        await using var teacher = await Open("teacher");
        await using var colleague = await Open("other-teacher");
        await using var guardian = await browser.Visit(school, "parent");
        await guardian.Page.GotoAsync($"/diary/{FullPage.Student(0).Value}");
        await guardian.Page.Locator("html[data-line=up], .line").First.WaitForAsync();
        await using var down = await Traffic.Of(colleague);
        await using var up = await Traffic.Of(teacher);
        await teacher.Page.WatchEcho();
        await teacher.Page.WatchSaving();
        await colleague.Page.WatchMarks($"#s{FullPage.Student(0).Value}");
        await guardian.Page.WatchMarks("main");

        var typed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await Cell(teacher, 0, FirstShown).ClickAsync();
            for (var column = FirstShown; column < FullPage.Width; column++)
            {
                await teacher.Page.Keyboard.TypeAsync(Digits[(round + column) % 4]);
                await teacher.Page.NextFrame();
                await teacher.Page.Keyboard.PressAsync("Enter");
                await teacher.Page.Keyboard.PressAsync("ArrowUp");
                await teacher.Page.Keyboard.PressAsync("ArrowRight");
                typed++;
                // The colleague first: while the family is waited for the school's clock runs, and a line has only so long to confirm.
                await Assertions.Expect(colleague.Page.Locator("html")).ToHaveAttributeAsync("data-marks-seen", $"{typed}");
                await Seen(guardian.Page, typed);
            }
        }

        var sent = up.Sent;
        Say("raw: an answer of the server that does nothing", await teacher.Page.Requests("/health", 20));
        var keys = (await teacher.Page.Echoes()).Select(echo => echo.Ms).ToArray();
        var pressed = await teacher.Page.EvaluateAsync<double[]>("() => window.enters");
        Say("key → painted, all three pages open", keys);
        Say("Enter → saved", Between(pressed, await teacher.Page.EvaluateAsync<double[]>("() => window.saved")));
        Say("Enter → painted in a colleague's page", Between(pressed, await colleague.Page.EvaluateAsync<double[]>("() => window.seen")));
        Say("Enter → painted in the family's page", Between(pressed, await guardian.Page.EvaluateAsync<double[]>("() => window.seen")));
        output.WriteLine(
            $"bytes with every move: {sent / typed} up, {up.Received / typed} down to whoever typed, {down.Received / typed} to a colleague"
        );
        Assert.Equal(typed, keys.Length);
        Assert.InRange(sent / typed, 1, MostBytes);
    }

    // A family's page asks for itself anew at a certain pace, and the school's clock stands still.
    private async Task Seen(IPage page, int marks)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await page.Locator("html").GetAttributeAsync("data-marks-seen") != $"{marks}")
        {
            school.Clock.Advance(PageRefresh.Pace / 20);
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    [Fact]
    public async Task A_mark_of_somebody_else_sends_little_to_a_watching_grid()
    {
        const int edits = 30;
        await using var watcher = await Open("class-teacher");
        await using var traffic = await Traffic.Of(watcher);

        for (var row = 1; row <= edits; row++)
        {
            await Put(row, Digits[row % 4]);
            await Assertions.Expect(Cell(watcher, row, FirstShown)).ToContainTextAsync(Digits[row % 4]);
        }

        output.WriteLine($"bytes of a mark to a watching grid: {traffic.Received / edits}");
        Assert.InRange(traffic.Received / edits, 1, MostBytes);
    }

    // What the test before has typed may still be on its way, and be quicker.
    private async Task Put(int row, string mark)
    {
        Answer answer;
        do answer = await school.Writer.Submit(school.PutNow(row, FirstShown, mark), SmallSchoolFacts.OtherTeacher);
        while (answer is Refused { Why: MarkConflict });

        Assert.IsType<Applied>(answer);
    }

    [Fact]
    public async Task Until_a_full_page_can_be_used()
    {
        var (cold, warm) = (new List<double>(), new List<double>());
        await school.Fill();
        for (var round = 0; round < Rounds; round++)
        {
            await using var teacher = await browser.Visit(school, "teacher");
            await teacher.Page.AddInitScriptAsync(GridPage.NotingReady);
            foreach (var times in new[] { cold, warm })
            {
                await teacher.Page.GotoAsync($"/journal/{FullPage.History.Value}");
                await teacher.Page.Locator(".journal[data-ready]").WaitForAsync();
                times.Add(await teacher.Page.EvaluateAsync<double>("() => window.readyAt"));
            }

            Assert.Equal(FullPage.Height * FullPage.Width, await teacher.Page.Locator("td[data-v]").CountAsync());
        }

        Say("a full page usable, cold", [.. cold]);
        Say("a full page usable, warm", [.. warm]);
    }

    // The same browser, the same measure, nothing of ours.
    private async Task<double[]> BareKeys()
    {
        await using var visitor = await browser.Visit(school.Address);
        await visitor.Page.SetContentAsync("<table><tr><td data-sel='at'></td></tr></table><input class='edit'>");
        await visitor.Page.WatchEcho();
        for (var i = 0; i < 20; i++)
        {
            await visitor.Page.Locator("input").FillAsync("");
            await visitor.Page.Keyboard.TypeAsync("5");
            await visitor.Page.NextFrame();
        }

        return [.. (await visitor.Page.Echoes()).Select(echo => echo.Ms)];
    }

    private static double[] Between(double[] from, double[] to) => [.. from.Zip(to, (start, end) => end - start)];

    private void Say(string what, double[] ms)
    {
        Array.Sort(ms);
        output.WriteLine($"{what}: p50 {ms[ms.Length / 2]:0} ms, p99 {ms[(int)(ms.Length * 0.99)]:0} ms, of {ms.Length}");
    }

    private async Task<Visitor> Open(string login)
    {
        var visitor = await browser.Visit(school, login);
        await visitor.Page.GotoAsync($"/journal/{FullPage.History.Value}");
        await visitor.Page.Locator(".journal[data-ready]").WaitForAsync();
        return visitor;
    }

    private static ILocator Cell(Visitor visitor, int row, int column) =>
        visitor.Page.Locator($"#s{FullPage.Student(row).Value} > td").Nth(1 + column);
}
