using System.Diagnostics;
using System.Net;
using Journal.Load.Figures;
using Journal.Load.People;

namespace Journal.Load.Scenarios;

/// <summary>People who come to the door with their passwords, and what they get to see.</summary>
internal sealed class SignIns(Run run)
{
    private const string Password = "demo";

    public Latencies Doors { get; } = new();

    public Latencies Passwords { get; } = new();

    public Latencies Pages { get; } = new();

    public List<string> Errors { get; } = [];

    /// <summary>Beside another scenario, at the rate that was asked for; none if none was.</summary>
    public static async Task Come(Run run, TimeSpan time)
    {
        var perSecond = run.Options.Number("sign-ins", 0, 0);
        if (perSecond == 0)
            return;

        var signIns = new SignIns(run);
        var logins = run.School.Logins;
        var coming = new List<Task>();
        for (var i = 0; i < perSecond * time.TotalSeconds; i++)
        {
            coming.Add(signIns.One(logins[i % logins.Count], "/", run.Over));
            await Wait.For(TimeSpan.FromSeconds(1d / perSecond), run.Over);
        }

        await Task.WhenAll(coming);
        signIns.Tell();
    }

    /// <summary>From the sign-in page to the first own page, whole; null when it failed.</summary>
    public async Task<Browser?> One(string login, string wants, CancellationToken ct)
    {
        try
        {
            var begun = Stopwatch.GetTimestamp();
            var browser = new Browser(run.Server.Address, run.Http, new Cookies());
            var door = await browser.Get($"/sign-in?return={Uri.EscapeDataString(wants)}", ct);
            Doors.Add(door.Took);
            if (!door.IsWhole)
                return Fail($"sign-in page: {(int)door.Status}");

            var fields = new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Browser.TokenOf(door.Html),
                ["Login"] = login,
                ["Password"] = Password,
            };
            var answer = await browser.Post($"/sign-in?return={Uri.EscapeDataString(wants)}", fields, ct);
            Passwords.Add(answer.Took);
            if (answer is not { Status: HttpStatusCode.Found, Location: { } location })
                return Fail($"sign-in of {login}: {(int)answer.Status}");

            var page = await browser.Get(location, ct);
            while (page is { Status: HttpStatusCode.Found, Location: { } on })
                page = await browser.Get(on, ct);
            Pages.Add(page.Took);
            return page.IsWhole ? browser : Fail($"{location}: {(int)page.Status}");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return Fail(failure.Message);
        }
    }

    public void Tell()
    {
        var raw = run.Raw?.Page;
        run.Report.Add("sign-in page, HTML whole", Doors, raw);
        run.Report.Add("password to answer", Passwords, run.Raw?.Password);
        run.Report.Add("first own page, HTML whole", Pages, raw);
        run.Report.Add("first own page, HTML whole, p95 against the goal", Pages.At(0.95), "ms", goal: 1500);
        foreach (var why in Errors.GroupBy(one => one))
            run.Report.Lose($"{why.Key}: {why.Count()}");
        run.Report.MustBeNone("sign-ins that failed", Errors.Count);
    }

    private Browser? Fail(string why)
    {
        lock (Errors)
            Errors.Add(why);
        return null;
    }
}
