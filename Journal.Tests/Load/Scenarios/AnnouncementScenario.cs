using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Journal.Load.Figures;

namespace Journal.Load.Scenarios;

/// <summary>Something that concerns the whole school changes, and every open diary shows it.</summary>
internal static class AnnouncementScenario
{
    public const string Arrives =
        "1,500 open diaries; the school gets another name, three times, 15 s apart; each page asks for itself within a few seconds";

    private const string Address = "/api/v1/school/settings";

    public static async Task Run(Run run)
    {
        await using var crowd = new Crowd(run);
        await crowd.OpenDiaries(run.School.Families([], run.Options.Number("readers", 1500, 40)));
        var admin = (await run.SignIn(["admin"]))[0];
        var token = await admin.WritingToken(run.Over);
        var (all, wholes) = (new Latencies(), new Latencies());
        for (var time = 1; time <= (run.Options.IsShort ? 1 : 3); time++)
        {
            // In HTML other letters are written by their numbers.
            var sign = $"~{time}~";
            var name = $"Школа № 12 {sign}";
            var fetched = crowd.Readers.Sum(page => page.Fetches);
            foreach (var page in crowd.Readers)
                page.LookFor(sign);
            var settings = JsonDocument.Parse((await admin.Get(Address, run.Over)).Html).RootElement;
            var said = Stopwatch.GetTimestamp();
            var cost = await run.Costs(async () =>
            {
                var answer = await admin.PutJson(Address, Renamed(settings, name), token, run.Over);
                if (answer.Status != HttpStatusCode.OK)
                    throw new InvalidOperationException($"The school was not renamed: {answer.Status} {answer.Html}");
                await UntilFound(run, crowd);
            });
            foreach (var found in crowd.Readers.Select(page => page.Found).OfType<long>())
                all.Add(said, found);
            wholes.Add(cost.Took);
            cost.AddTo(run.Report, $"change {time}");
            run.Report.Add(
                $"change {time}: pages fetched anew",
                crowd.Readers.Sum(page => page.Fetches) - fetched,
                "",
                raw: crowd.Readers.Count
            );
            run.Report.MustBeNone($"change {time}: pages that never showed it", crowd.Readers.Count(page => page.Found is null));
            await Wait.For(TimeSpan.FromSeconds(run.Options.IsShort ? 0 : 15), run.Over);
        }

        run.Report.Add("change to every open diary", all, run.Raw?.FanOut);
        run.Report.Add("all of them, the slowest time", wholes.Max / 1000, "s", goal: 10);
        crowd.CountLosses(run.Report);
    }

    private static async Task UntilFound(Run run, Crowd crowd)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (crowd.Readers.Any(page => page.Found is null) && !limit.IsCancellationRequested)
            await Wait.For(TimeSpan.FromMilliseconds(20), run.Over);
    }

    private static byte[] Renamed(JsonElement settings, string name) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                commandId = Guid.CreateVersion7(),
                name,
                markDays = settings.GetProperty("markDays").GetInt32(),
                topicDays = settings.GetProperty("topicDays").GetInt32(),
                makeUpDays = settings.GetProperty("makeUpDays").GetInt32(),
                absencesWaitForRoll = settings.GetProperty("absencesWaitForRoll").GetBoolean(),
                expected = settings.GetProperty("version").GetInt64(),
            }
        );
}
