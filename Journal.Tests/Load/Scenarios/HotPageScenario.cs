using Journal.Load.People;

namespace Journal.Load.Scenarios;

/// <summary>Everybody looks at one page: 200 staff circuits on a grid into which two people type.</summary>
internal static class HotPageScenario
{
    public const string Arrives =
        "200 staff pages of one journal, of five accounts; its teacher and nobody else types, two a second, in bursts";

    public static async Task Run(Run run)
    {
        await using var crowd = new Crowd(run);
        var lesson = run.School.Lessons[0];
        var browsers = await run.SignIn(School.ReadersOf(lesson));
        var pages = Enumerable.Range(0, run.Options.Number("staff", 200, 8)).Select(i => (browsers[i % browsers.Count], lesson.Course));
        await crowd.Open([.. pages]);
        await crowd.OpenDiaries(run.School.Families([lesson], run.Options.Number("readers", 60, 5)));
        var typing = new Typing(run, crowd);
        await typing.Prepare([(browsers[0], lesson.Course)]);
        var time = TimeSpan.FromSeconds(run.Options.Number("seconds", 60, 8));
        var cost = await run.Costs(() => typing.Type(run.Options.Rate(2), time));
        cost.AddTo(run.Report, "hot page", typing.Acknowledged, run.Edit);
        await typing.Settle(withGoals: false, staffGoal: 250);
        crowd.CountLosses(run.Report);
    }
}
