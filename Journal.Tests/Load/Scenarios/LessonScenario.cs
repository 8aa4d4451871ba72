namespace Journal.Load.Scenarios;

/// <summary>A lesson everywhere at once: teachers type into full pages that they have open, families look.</summary>
internal static class LessonScenario
{
    public const string Arrives =
        "teachers type in bursts (6 to 10 keys at twice the pace, then a pause as long), families' diaries are open and follow";

    public static async Task Run(Run run)
    {
        await using var crowd = new Crowd(run);
        var typing = await Begin(run, crowd);
        var (rate, time) = (run.Options.Rate(2), TimeSpan.FromSeconds(run.Options.Number("seconds", 300, 8)));
        var cost = await run.Costs(() => Task.WhenAll(typing.Type(rate, time), SignIns.Come(run, time)));
        cost.AddTo(run.Report, "lesson", typing.Acknowledged, run.Edit);
        run.Report.Add("lesson: edits a second", typing.Acknowledged / time.TotalSeconds, "/s", run.Raw?.GroupPerSecond);
        await typing.Settle(withGoals: true);
        crowd.CountLosses(run.Report);
    }

    /// <summary>Opens every page, and gives the teachers their pens.</summary>
    public static async Task<Typing> Begin(Run run, Crowd crowd)
    {
        var options = run.Options;
        var teachers = run.School.Lessons.Take(options.Number("teachers", 60, 4)).ToList();
        var staff = options.Number("staff", teachers.Count, 6);
        var browsers = await run.SignIn([.. teachers.Select(one => one.Teacher)]);
        var pages = Enumerable.Range(0, staff).Select(i => (browsers[i % browsers.Count], teachers[i % teachers.Count].Course));
        await crowd.Open([.. pages]);
        await crowd.OpenDiaries(run.School.Families(teachers, options.Number("readers", 1500, 40)));
        var programs = Enumerable.Range(0, options.Number("hub", 10, 2)).Select(i => i % teachers.Count);
        await crowd.Listen([.. programs.Select(i => (browsers[i], $"course/{teachers[i].Course}"))]);
        var typing = new Typing(run, crowd);
        await typing.Prepare([.. browsers.Select((one, i) => (one, teachers[i].Course))]);
        return typing;
    }
}
