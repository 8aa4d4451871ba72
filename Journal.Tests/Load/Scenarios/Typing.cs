using System.Diagnostics;
using Journal.Load.Figures;
using Journal.Load.People;

namespace Journal.Load.Scenarios;

/// <summary>Teachers typing into pages that others have open, and afterwards the proof that every edit reached every page that shows it.</summary>
internal sealed class Typing(Run run, Crowd crowd)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(100);

    private readonly List<Typist> _typists = [];
    private readonly List<Browser> _browsers = [];
    private long _before;
    private long _began;

    // A server that has just been started does everything for the first time: told, but on a line of its own.
    private TimeSpan _warm;

    public IReadOnlyList<Typist> Typists => _typists;

    public int Acknowledged => _typists.Sum(one => one.All.Count(edit => edit.Seq > 0));

    public async Task Prepare(IReadOnlyList<(Browser Browser, int Course)> teachers)
    {
        foreach (var (browser, course) in teachers)
        {
            var page = await OpenPage.Read(browser, course, run.School.Monday, run.School.Today, run.Over);
            if (page.Typable.Count == 0)
                continue;

            _browsers.Add(browser);
            _typists.Add(new Typist(browser, page, new Random(run.Random.Next())));
        }

        _before = await Head();
        _began = Stopwatch.GetTimestamp();
    }

    public Task Type(double perSecond, TimeSpan time)
    {
        Console.Error.WriteLine($"typing for {time.TotalSeconds:0} s");
        _warm = TimeSpan.FromSeconds(time.TotalSeconds < 60 ? 3 : 15);
        return Task.WhenAll(_typists.Select(one => Task.Run(() => one.Type(perSecond, time, run.Over), run.Over)));
    }

    /// <summary>Waits until everything that was acknowledged is everywhere, or nobody would wait any longer; then counts.</summary>
    public async Task Settle(bool withGoals, double? staffGoal = null)
    {
        Console.Error.WriteLine("comparing every page with a fresh reading");
        using var limit = new CancellationTokenSource(Patience);
        while (Missing().Any() && !limit.IsCancellationRequested)
            await Wait.For(TimeSpan.FromMilliseconds(200), run.Over);

        Figures(withGoals, staffGoal);
        TellHiccups();
        await CompareLogs();
        await ComparePages();
    }

    private void Figures(bool withGoals, double? staffGoal)
    {
        var (first, acks, staff, readers, hub) = (new Latencies(), new Latencies(), new Latencies(), new Latencies(), new Latencies());
        var (staffMissed, readersMissed, hubMissed) = (0, 0, 0);
        foreach (var edits in ByCell())
        {
            for (var i = 0; i < edits.Count; i++)
            {
                var edit = edits[i];
                var isFirst = Stopwatch.GetElapsedTime(_began, edit.Typed) < _warm;
                (isFirst ? first : acks).Add(edit.Typed, edit.Acknowledged);
                Take(edit.Typed, StaffOf(edit).Select(page => page.Showed(edit.Cell, edit.Seq)), isFirst ? first : staff, ref staffMissed);
                Take(edit.Typed, ReadersOf(edit).Select(page => Saw(page, edits, i)), isFirst ? first : readers, ref readersMissed);
                Take(edit.Typed, ProgramsOf(edit).Select(one => one.Heard(edit.Seq)), isFirst ? first : hub, ref hubMissed);
            }
        }

        var raw = run.Raw?.Commits;
        var report = run.Report;
        report.Add($"all of these in the first {_warm.TotalSeconds:0} s, p95", first.At(0.95), "ms");
        report.Add("edit acknowledged", acks, raw?.At(0.5), withGoals ? 50 : null);
        report.Add("edit to every staff page that shows it", staff, raw?.At(0.5), staffGoal ?? (withGoals ? 100 : null));
        report.Add("edit to every family page that shows it", readers, raw?.At(0.5), withGoals ? 500 : null);
        if (crowd.Programs.Count > 0)
            report.Add("edit to every program that follows", hub, raw?.At(0.5));
        report.MustBeNone("edits a staff page never showed", staffMissed);
        report.MustBeNone("edits a family page never showed", readersMissed);
        report.MustBeNone("edits a program never heard", hubMissed);
        report.MustBeNone("changes a program heard twice or too late", crowd.Programs.Sum(one => one.Doubled));
        report.MustBeNone("edits without an answer", _typists.Sum(one => one.Unsent));
        foreach (
            var (why, count) in _typists
                .SelectMany(one => one.Refusals)
                .GroupBy(one => one.Key)
                .Select(all => (all.Key, all.Sum(one => one.Value)))
        )
            report.Add($"refused: {why}", count, "");
        report.Add("edits sent again and found recorded", _typists.Sum(one => one.Replayed), "");
        report.Add("lessons drawn by themselves in readers' pages", crowd.Readers.Sum(one => one.Draws), "");
        report.Add("pages fetched anew by readers", crowd.Readers.Sum(one => one.Fetches), "");
    }

    /// <summary>Moments in which somebody waited long: one hiccup of the server makes many late.</summary>
    private void TellHiccups()
    {
        var late = _typists
            .SelectMany(one => one.All)
            .Where(edit => edit.Seq > 0 && Stopwatch.GetElapsedTime(edit.Typed, edit.Acknowledged) > Late);
        var moments = late.GroupBy(edit => (long)(Stopwatch.GetElapsedTime(_began, edit.Acknowledged) / Late))
            .OrderBy(one => one.Key)
            .ToList();
        run.Report.Add($"moments in which an edit waited more than {Late.TotalMilliseconds:0} ms", moments.Count, "");
        foreach (var moment in moments.Take(20))
            Console.WriteLine(
                $"  {moment.Key * Late.TotalSeconds, 6:0.0} s  {moment.Count(), 4} late, the latest {moment.Max(edit => Stopwatch.GetElapsedTime(edit.Typed, edit.Acknowledged).TotalMilliseconds):0} ms"
            );
    }

    private static void Take(long typed, IEnumerable<long?> arrived, Latencies into, ref int missed)
    {
        foreach (var at in arrived)
        {
            if (at is { } shown)
                into.Add(typed, shown);
            else
                missed++;
        }
    }

    // The log holds every acknowledged edit once, and nothing else of these pages.
    private async Task CompareLogs()
    {
        var (lost, foreign) = (0, 0);
        for (var i = 0; i < _typists.Count; i++)
        {
            var logged = await Log(_browsers[i], _typists[i].Page.Course);
            var acknowledged = _typists[i].All.Where(edit => edit.Seq > 0).Select(edit => edit.Seq).ToHashSet();
            lost += acknowledged.Count(seq => !logged.Contains(seq));
            foreign += logged.Count - logged.Distinct().Count() + logged.Distinct().Count(seq => !acknowledged.Contains(seq));
        }

        run.Report.MustBeNone("acknowledged edits that are not in the log", lost);
        run.Report.MustBeNone("edits in the log twice or from nowhere", foreign);
    }

    // What is on the screen is what a fresh reading shows.
    private async Task ComparePages()
    {
        var (pages, other) = (new Dictionary<int, OpenPage>(), 0);
        foreach (var page in crowd.Staff)
        {
            if (!pages.TryGetValue(page.Course, out var fresh))
                pages.Add(page.Course, fresh = await page.ReadAnew(run.School, run.Over));

            other += page.Cells()
                .Count(cell =>
                    cell.Value.Version != fresh.Cells.GetValueOrDefault(cell.Key).Version
                    || !cell.Value.Text.Contains(fresh.Cells.GetValueOrDefault(cell.Key).Value ?? "", StringComparison.Ordinal)
                );
        }

        run.Report.MustBeNone("cells of staff pages unlike a fresh reading", other);
        var stale = 0;
        await Parallel.ForEachAsync(
            crowd.Readers,
            run.At(4),
            async (page, ct) =>
            {
                if (!await page.IsAsFresh(ct))
                    Interlocked.Increment(ref stale);
            }
        );
        run.Report.MustBeNone("family pages unlike a fresh reading", stale);
    }

    private IEnumerable<TypedCell> Missing() =>
        ByCell()
            .SelectMany(edits =>
                edits.Where(
                    (edit, i) =>
                        StaffOf(edit).Any(page => page.Showed(edit.Cell, edit.Seq) is null)
                        || ReadersOf(edit).Any(page => Saw(page, edits, i) is null)
                        || ProgramsOf(edit).Any(one => one.Heard(edit.Seq) is null)
                )
            );

    // A reader who fetches after the next edit of the cell sees that one: it is up to date all the same.
    private static long? Saw(ReaderPage page, List<TypedCell> edits, int from)
    {
        long? first = null;
        for (var i = from; i < edits.Count; i++)
        {
            if (page.Saw(edits[i].Token) is { } at && (first is null || at < first))
                first = at;
        }

        return first;
    }

    private IEnumerable<List<TypedCell>> ByCell() =>
        _typists.SelectMany(one =>
            one.All.Where(edit => edit.Seq > 0).GroupBy(edit => edit.Cell).Select(all => all.OrderBy(edit => edit.Seq).ToList())
        );

    private IEnumerable<StaffPage> StaffOf(TypedCell edit) => _staffOf[edit.Course];

    private IEnumerable<ReaderPage> ReadersOf(TypedCell edit) => _readersOf[edit.Cell.Student];

    private IEnumerable<HubListener> ProgramsOf(TypedCell edit) => crowd.Programs.Where(one => one.Audience == $"course/{edit.Course}");

    private readonly ILookup<int, StaffPage> _staffOf = crowd.Staff.ToLookup(page => page.Course);

    private readonly ILookup<int, ReaderPage> _readersOf = crowd.Readers.ToLookup(page => page.Student);

    private async Task<long> Head() =>
        System
            .Text.Json.JsonDocument.Parse(await run.Http.GetStringAsync(new Uri(run.Server.Address, "/health"), run.Over))
            .RootElement.GetProperty("seq")
            .GetInt64();

    private async Task<List<long>> Log(Browser browser, int course)
    {
        var all = new List<long>();
        for (var after = _before; ; )
        {
            var some = await browser.Get($"/api/v1/changes?audience=course/{course}&after={after}", run.Over);
            using var read = System.Text.Json.JsonDocument.Parse(some.Html);
            all.AddRange(
                read.RootElement.GetProperty("changes")
                    .EnumerateArray()
                    .Where(one => one.GetProperty("kind").GetString() == "mark.set")
                    .Select(one => one.GetProperty("seq").GetInt64())
            );
            after = read.RootElement.GetProperty("next").GetInt64();
            if (!read.RootElement.GetProperty("more").GetBoolean())
                return all;
        }
    }
}
