using System.Net;
using Journal.Tests.Support;
using Journal.Web.Live;

namespace Journal.Tests.Live;

/// <summary>How many pages may be open at a time: of one account, and in all.</summary>
public sealed class LinesTests(LinesTests.SmallServer school) : IClassFixture<LinesTests.SmallServer>, IAsyncLifetime
{
    private readonly List<WatchedPage> _open = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var one in _open)
            await one.DisposeAsync();
        await Until(() => school.Get<Lines>().Open == 0);
    }

    [Fact]
    public async Task Who_has_as_many_pages_open_as_one_person_may_is_told_so_and_nobody_else_is()
    {
        await Open("teacher", 3);
        using var teacher = await school.As("teacher");

        Refused(429, await teacher.Get("_blazor"), "this account has as many live pages open as it may");
        Refused(429, await teacher.Text("_blazor/negotiate?negotiateVersion=1", "", type: "text/plain"), "this account");
        var page = await teacher.Get("journal");
        Told(429, page, "Too many pages of the journal are open");
        Assert.Equal(3, school.Get<Lines>().RefusedForAccount);

        await Open("deputy", 1);
        await _open[0].DisposeAsync();
        await Until(() => school.Get<Lines>().Open == 3);
        await Open("teacher", 1);
        Assert.Equal(200, (await (await school.As("deputy")).Get("journal")).Code);
    }

    [Theory]
    [InlineData("en", "The journal is very busy just now", "Try now")]
    [InlineData("ru", "Сейчас в журнале очень много людей", "Попробовать сейчас")]
    public async Task When_all_places_are_taken_the_page_says_so_in_the_language_of_whoever_asks(
        string language,
        string title,
        string again
    )
    {
        await Open("teacher", 3);
        await Open("deputy", 3);
        using var director = await school.As("director");

        var request = new HttpRequestMessage(HttpMethod.Get, "journal");
        request.Headers.AcceptLanguage.ParseAdd(language);
        var page = await director.Send(request);

        Told(503, page, title);
        Assert.Contains(again, WebUtility.HtmlDecode(page.Text));
        Assert.Contains($"<html lang=\"{language}\"", page.Text);
        Assert.Contains("busy.js", page.Text);
        Refused(503, await director.Get("_blazor"), "the server is busy");
    }

    [Fact]
    public async Task Families_and_programs_are_served_when_all_places_are_taken()
    {
        await Open("teacher", 3);
        await Open("deputy", 3);
        using var parent = await school.As("parent");
        using var director = await school.As("director");

        Assert.Equal(200, (await parent.Get("diary/21")).Code);
        Assert.Equal(200, (await director.Get("api/v1/me")).Code);
        Assert.Equal(503, (await parent.Get("_blazor")).Code);
    }

    private async Task Open(string login, int pages)
    {
        for (var i = 0; i < pages; i++)
            _open.Add(await WatchedPage.Connect(school.Address, await school.Token(login)));
    }

    private static void Refused(int status, Reply reply, string why)
    {
        Assert.Equal((status, "application/problem+json"), (reply.Code, reply.Type));
        Assert.Contains(why, reply.Text);
        Assert.Equal("10", Assert.Single(reply.Headers.GetValues("Retry-After")));
    }

    private static void Told(int status, Reply page, string title)
    {
        Assert.Equal((status, "text/html"), (page.Code, page.Type));
        Assert.Contains($"<title>{title}</title>", WebUtility.HtmlDecode(page.Text));
        Assert.Equal("10", Assert.Single(page.Headers.GetValues("Retry-After")));
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.False(page.Headers.Contains("Set-Cookie"));
    }

    private static async Task Until(Func<bool> happened)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!happened())
            await tick.WaitForNextTickAsync(deadline.Token);
    }

    /// <summary>With room for six pages, three of one account.</summary>
    public sealed class SmallServer : ApiSchool
    {
        protected override IReadOnlyDictionary<string, int> Limits { get; } =
            new Dictionary<string, int> { ["Lines"] = 6, ["LinesPerAccount"] = 3 };
    }
}
