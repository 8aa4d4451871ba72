using System.Diagnostics;
using Journal.Load.Figures;
using Journal.Load.People;

namespace Journal.Load.Scenarios;

/// <summary>Everybody who has the journal open: staff on their pages, families in their diaries, programs on the hub.</summary>
internal sealed class Crowd(Run run) : IAsyncDisposable
{
    private readonly List<StaffPage> _staff = [];
    private readonly List<ReaderPage> _readers = [];
    private readonly List<HubListener> _programs = [];

    public IReadOnlyList<StaffPage> Staff => _staff;

    public IReadOnlyList<ReaderPage> Readers => _readers;

    public IReadOnlyList<HubListener> Programs => _programs;

    public IEnumerable<LivePage> All => _staff.Concat<LivePage>(_readers);

    /// <param name="beside">How many are opened beside each other.</param>
    public async Task Open(IReadOnlyList<(Browser Browser, int Course)> pages, int beside = 4)
    {
        var opened = pages.Select(one => new StaffPage(one.Browser, one.Course)).ToList();
        _staff.AddRange(opened);
        await Open("staff pages", opened, beside);
    }

    public async Task OpenDiaries(IReadOnlyList<(string Login, int Student)> families, int beside = 8)
    {
        var browsers = await run.SignIn([.. families.Select(one => one.Login)]);
        var opened = families.Select((one, i) => new ReaderPage(browsers[i], one.Student, run.Options.IsShort)).ToList();
        _readers.AddRange(opened);
        await Open("reader pages", opened, beside);
    }

    public async Task Listen(IReadOnlyList<(Browser Browser, string Audience)> programs)
    {
        foreach (var (browser, audience) in programs)
            _programs.Add(await HubListener.Begin(browser, audience, run.Over));
    }

    /// <summary>Pages that failed, or are not there any more.</summary>
    public void CountLosses(Report report)
    {
        var failed = All.Where(page => page.Failure is not null).ToList();
        foreach (var why in failed.Select(page => page.Failure!.Split('\n')[0]).Distinct().Take(5))
            report.Lose(why);
        report.MustBeNone("pages that failed", failed.Count);
        report.MustBeNone("pages that were dropped and did not come back", All.Count(page => !page.IsLive));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
            await program.DisposeAsync();
        await Parallel.ForEachAsync(All, CancellationToken.None, async (page, _) => await page.DisposeAsync());
    }

    private async Task Open<TPage>(string what, List<TPage> pages, int beside)
        where TPage : LivePage
    {
        if (pages.Count == 0)
            return;

        Console.Error.WriteLine($"opening {pages.Count} {what}");
        // What is read once and kept for all is no page's weight: the journals' pages, and what the first of a kind prepares.
        var cold = new Latencies();
        await Parallel.ForEachAsync(pages, run.At(beside), async (page, _) => cold.Add(await page.Look()));
        var heap = await Heap();
        var resident = run.Watch.IsOurs ? run.Watch.Resident() : 0;
        var (html, drawing) = (new Latencies(), new Latencies());
        var begun = Stopwatch.GetTimestamp();
        var cost = await run.Costs(() =>
            Parallel.ForEachAsync(
                pages,
                run.At(beside),
                async (page, _) =>
                {
                    await page.Open();
                    html.Add(page.Html);
                    drawing.Add(page.FirstDrawing);
                }
            )
        );
        var report = run.Report;
        report.Add($"{what}: opened", pages.Count, "");
        report.Add(
            $"{what}: opening rate, {beside} at a time",
            pages.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds,
            "/s",
            1000 / run.Request
        );
        report.Add($"{what}: HTML whole, the first time, p50", cold.At(0.5), "ms", run.Raw?.Page);
        report.Add($"{what}: HTML whole, the first time, p95", cold.At(0.95), "ms", run.Raw?.Page);
        report.Add($"{what}: HTML whole, p50", html.At(0.5), "ms", run.Raw?.Page);
        report.Add($"{what}: HTML whole, p95", html.At(0.95), "ms", run.Raw?.Page);
        report.Add($"{what}: then the first drawing, p50", drawing.At(0.5), "ms", run.Raw?.Page);
        cost.AddTo(report, what);
        if (!run.Watch.IsOurs)
            return;

        report.Add(
            $"{what}: heap of each",
            (await Heap() - heap) / pages.Count / 1024,
            "KiB",
            pages.Average(page => page.Size) / 1024,
            goal: typeof(TPage) == typeof(ReaderPage) ? 120 : 1024
        );
        report.Add(
            $"{what}: resident memory of each",
            (run.Watch.Resident() - resident) / pages.Count / 1024,
            "KiB",
            pages.Average(page => page.Size) / 1024
        );
    }

    private async Task<double> Heap() => run.Watch.IsOurs ? await run.Watch.Heap(run.Over) : double.NaN;
}
