namespace Journal.Load.Scenarios;

/// <summary>Half an hour of lessons: what is kept must not grow.</summary>
internal static class SoakScenario
{
    public const string Arrives =
        "20 teachers, one edit in two seconds each, 300 diaries, for 30 minutes; the heap is weighed after 5 and at the end";

    public static async Task Run(Run run)
    {
        await using var crowd = new Crowd(run);
        var lessons = run.School.Lessons.Take(run.Options.Number("teachers", 20, 3)).ToList();
        var browsers = await run.SignIn([.. lessons.Select(one => one.Teacher)]);
        await crowd.Open([.. browsers.Select((one, i) => (one, lessons[i].Course))]);
        await crowd.OpenDiaries(run.School.Families(lessons, run.Options.Number("readers", 300, 10)));
        var typing = new Typing(run, crowd);
        await typing.Prepare([.. browsers.Select((one, i) => (one, lessons[i].Course))]);
        var time = TimeSpan.FromSeconds(run.Options.Number("seconds", 1800, 12));
        var early = double.NaN;
        var weighing = Wait.For(time / 6, run.Over)
            .ContinueWith(async _ => early = await run.Watch.Heap(run.Over), TaskScheduler.Default)
            .Unwrap();
        var cost = await run.Costs(() => typing.Type(run.Options.Rate(0.5), time));
        await weighing;
        cost.AddTo(run.Report, "soak", typing.Acknowledged, run.Edit);
        await typing.Settle(withGoals: false);
        var late = await run.Watch.Heap(run.Over);
        run.Report.Add("heap after a sixth of the time", early / (1 << 20), "MiB");
        run.Report.Add("heap at the end", late / (1 << 20), "MiB", early / (1 << 20));
        run.Report.Add("growth", (late / early - 1) * 100, "%", goal: 10);
        crowd.CountLosses(run.Report);
    }
}
