using System.Diagnostics;
using Journal.Load.Figures;
using Journal.Load.People;

namespace Journal.Load.Scenarios;

/// <summary>The power goes in the middle of a lesson and comes back: who is whole again when, and whether anything was lost.</summary>
internal static class StormScenario
{
    public const string Arrives =
        "the lesson; after a third of it the server is killed and started again at once, everybody comes back as the browser does";

    public static async Task Run(Run run)
    {
        if (!run.Watch.IsOurs)
            throw new InvalidOperationException("Only a server of our own is killed: leave out --url.");

        await using var crowd = new Crowd(run);
        var typing = await LessonScenario.Begin(run, crowd);
        var time = TimeSpan.FromSeconds(run.Options.Number("seconds", 120, 9));
        var typed = typing.Type(run.Options.Rate(2), time);
        await Wait.For(time / 3, run.Over);
        var killed = Stopwatch.GetTimestamp();
        await run.Server.Kill();
        await run.Server.Restart();
        run.Report.Add("server answers again", Stopwatch.GetElapsedTime(killed).TotalSeconds, "s");
        var (staff, readers) = (new Latencies(), new Latencies());
        await Task.WhenAll(WatchReturn(run, crowd.Staff, killed, staff), WatchReturn(run, crowd.Readers, killed, readers));
        run.Report.Add("staff pages whole again, half of them", staff.At(0.5) / 1000, "s");
        run.Report.Add("staff pages whole again, the last one", staff.Max / 1000, "s", goal: 15);
        run.Report.Add("reader pages whole again, half of them", readers.At(0.5) / 1000, "s");
        run.Report.Add("reader pages whole again, the last one", readers.Max / 1000, "s", goal: 60);
        await typed;
        run.Report.Add("edits a second", typing.Acknowledged / time.TotalSeconds, "/s", run.Raw?.GroupPerSecond);
        await typing.Settle(withGoals: false);
        crowd.CountLosses(run.Report);
    }

    private static async Task WatchReturn(Run run, IReadOnlyList<LivePage> pages, long killed, Latencies back)
    {
        var away = pages.ToHashSet();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (away.Count > 0 && !limit.IsCancellationRequested)
        {
            away.RemoveWhere(page =>
            {
                // Whole and of the new server: opened again since.
                if (!page.IsLive || page.Reopened == 0)
                    return false;
                back.Add(killed, Stopwatch.GetTimestamp());
                return true;
            });
            await Wait.For(TimeSpan.FromMilliseconds(50), run.Over);
        }
    }
}
