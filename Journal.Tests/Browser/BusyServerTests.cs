using Journal.Core.Register;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>A teacher types on while the server has no time for it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BusyServerTests(BrowserFixture browser, GridTests.OwnSchool school) : IClassFixture<GridTests.OwnSchool>
{
    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_it_cannot_take_is_kept_and_sent_when_it_has_said_and_no_sooner(int status)
    {
        await school.Empty([Anna, Boris]);
        await using var teacher = await browser.Visit(school, "teacher");
        var sent = 0;
        await teacher.Page.RouteAsync(
            "**/edits",
            route => Interlocked.Increment(ref sent) == 1 ? route.FulfillAsync(Busy(status)) : route.ContinueAsync()
        );
        await teacher.Page.GotoAsync("/journal/1");
        await teacher.Page.Locator(".journal[data-ready]").WaitForAsync();
        await teacher.Page.Locator($"#s{Anna.Value} td.today").ClickAsync();

        var refused = teacher.Page.WaitForResponseAsync(answer => answer.Status == status);
        await teacher.Page.Type("4");
        await refused;
        await teacher.Page.Type("5");
        await teacher.Page.NextFrame();
        Assert.Equal(1, Volatile.Read(ref sent));
        Assert.Equal(2, await teacher.Page.Locator("td[data-state=waiting]").CountAsync());

        await teacher.Page.Settled();
        Assert.Equal((Mark("4"), Mark("5")), (Recorded(Anna), Recorded(Boris)));
    }

    private static RouteFulfillOptions Busy(int status) =>
        new()
        {
            Status = status,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "3" },
            Body = "{}",
        };

    private CellValue Recorded(Core.Basics.StudentId student) => school.Page.MarkAt(WorkToday, student).Value;

    private static CellValue Mark(string typed) => CellValue.Of(short.Parse(typed, System.Globalization.CultureInfo.InvariantCulture));
}
