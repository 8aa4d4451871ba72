using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Journal.Load.Figures;
using Journal.Load.People;

namespace Journal.Load.Scenarios;

/// <summary>Eight o'clock: everybody signs in, diaries and grids are opened, and every class's absentees are typed.</summary>
internal static class MorningScenario
{
    public const string Arrives =
        "1,500 sign-ins in 5 minutes: evenly, but 20 a second for 15 s at the bell in the middle; every tenth is a teacher who opens a grid, the others open a diary; 40 classes' absences at the bell";

    public static async Task Run(Run run)
    {
        var options = run.Options;
        var (people, time) = (options.Number("readers", 1500, 40), TimeSpan.FromSeconds(options.Number("seconds", 300, 10)));
        var signIns = new SignIns(run);
        var lessons = run.School.Lessons;
        var families = run.School.Families(lessons, people);
        var pages = new ConcurrentBag<LivePage>();
        var rolls = new Rolls(run);
        await rolls.Prepare(lessons.Take(options.Number("teachers", 40, 4)).ToList());
        var failed = new ConcurrentQueue<string>();
        var cost = await run.Costs(async () =>
        {
            var coming = new List<Task>();
            var bell = Wait.For(time / 2, run.Over)
                .ContinueWith(_ => rolls.Type(), run.Over, TaskContinuationOptions.None, TaskScheduler.Default)
                .Unwrap();
            var begun = System.Diagnostics.Stopwatch.GetTimestamp();
            foreach (var (moment, i) in Moments(people, time, options.IsShort).Select((moment, i) => (moment, i)))
            {
                var wait = moment - System.Diagnostics.Stopwatch.GetElapsedTime(begun);
                if (wait > TimeSpan.Zero)
                    await Wait.For(wait, run.Over);
                var lesson = lessons[i / 10 % lessons.Count];
                coming.Add(
                    i % 10 == 0
                        ? Come(
                            run,
                            signIns,
                            lesson.Teacher,
                            $"/journal/{lesson.Course}",
                            browser => new StaffPage(browser, lesson.Course),
                            pages,
                            failed
                        )
                        : Come(run, signIns, families[i].Login, "/", browser => new ReaderPage(browser, families[i].Student), pages, failed)
                );
            }

            await Task.WhenAll(coming);
            await bell;
        });
        cost.AddTo(run.Report, "morning");
        signIns.Tell();
        rolls.Tell();
        foreach (var why in failed.GroupBy(one => one))
            run.Report.Lose($"{why.Key}: {why.Count()}");
        run.Report.MustBeNone("pages that failed", failed.Count + pages.Count(page => page.Failure is not null));
        run.Report.MustBeNone("pages that were dropped and did not come back", pages.Count(page => !page.IsLive));
        await Parallel.ForEachAsync(pages, CancellationToken.None, async (page, _) => await page.DisposeAsync());
    }

    /// <summary>When each of them comes: evenly, but a fifth of them at the bell, 20 a second.</summary>
    private static IEnumerable<TimeSpan> Moments(int people, TimeSpan time, bool isShort)
    {
        var burst = isShort ? people / 5 : Math.Min(people / 5, 300);
        var (even, bell) = (people - burst, time / 2);
        return Enumerable
            .Range(0, even)
            .Select(i => time * i / even)
            .Concat(Enumerable.Range(0, burst).Select(i => bell + TimeSpan.FromSeconds(i / 20d)))
            .Order();
    }

    private static async Task Come(
        Run run,
        SignIns signIns,
        string login,
        string wants,
        Func<Browser, LivePage> opens,
        ConcurrentBag<LivePage> pages,
        ConcurrentQueue<string> failed
    )
    {
        if (await signIns.One(login, wants, run.Over) is not { } browser)
            return;

        var page = opens(browser);
        pages.Add(page);
        try
        {
            await page.Open();
        }
        catch (Exception why)
            when (why
                    is HttpRequestException
                        or System.Net.WebSockets.WebSocketException
                        or InvalidOperationException
                        or OperationCanceledException
            )
        {
            failed.Enqueue(why.Message.Split('\n')[0]);
        }
    }

    /// <summary>The absentees of many classes, typed and declared at once.</summary>
    private sealed class Rolls(Run run)
    {
        private readonly List<(Browser Browser, OpenPage Page, string Token)> _teachers = [];
        private readonly Latencies _acks = new();
        private int _failed;

        public async Task Prepare(IReadOnlyList<Lesson> lessons)
        {
            var browsers = await run.SignIn([.. lessons.Select(one => one.Teacher)]);
            for (var i = 0; i < lessons.Count; i++)
            {
                var page = await OpenPage.Read(browsers[i], lessons[i].Course, run.School.Monday, run.School.Today, run.Over);
                if (page is { Typable.Count: > 0, Lessons.Count: > 0 })
                    _teachers.Add((browsers[i], page, await browsers[i].WritingToken(run.Over)));
            }
        }

        public Task Type() => Task.WhenAll(_teachers.Select(Type));

        public void Tell()
        {
            run.Report.Add("absentee acknowledged", _acks, run.Raw?.Commits.At(0.5));
            run.Report.MustBeNone("absentees not recorded", _failed);
        }

        private async Task Type((Browser Browser, OpenPage Page, string Token) one)
        {
            var lesson = one.Page.Lessons[^1];
            var marked = one.Page.Typable.Where(cell => one.Page.Cells.ContainsKey(cell)).Select(cell => cell.Student).ToHashSet();
            foreach (var student in one.Page.Students.Where(student => !marked.Contains(student)).Take(3))
            {
                var edit =
                    $$"""{"commandId":"{{Guid.CreateVersion7()}}","student":{{student}},"lesson":{{lesson}},"value":"б","expected":0}""";
                await Post(one, $"/api/v1/courses/{one.Page.Course}/edits", $$"""{"edits":[{{edit}}]}""");
                await Wait.For(TimeSpan.FromMilliseconds(400), run.Over);
            }

            await Post(one, $"/api/v1/courses/{one.Page.Course}/lessons/{lesson}/roll", $$"""{"commandId":"{{Guid.CreateVersion7()}}"}""");
        }

        private async Task Post((Browser Browser, OpenPage Page, string Token) one, string path, string body)
        {
            var answer = await one.Browser.PostJson(path, Encoding.UTF8.GetBytes(body), one.Token, run.Over);
            _acks.Add(answer.Took);
            using var read = JsonDocument.Parse(answer.Html);
            var result = read.RootElement.TryGetProperty("results", out var all) ? all[0] : read.RootElement;
            var outcome = result.TryGetProperty("outcome", out var found)
                ? found.GetString()
                : ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
            // A cell that held something already is as good as one that took it.
            if (outcome is not ("applied" or "unchanged" or "replayed" or "conflict"))
                Interlocked.Increment(ref _failed);
        }
    }
}
