using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Journal.Tests.Support;
using Journal.Web.Hosting;
using Journal.Web.Register;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Web;

/// <summary>How often one may ask, how many are served at a time, and how much a request may carry.</summary>
public sealed class TurnstileTests(TurnstileTests.SmallServer school) : IClassFixture<TurnstileTests.SmallServer>
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_program_that_writes_too_fast_is_told_when_to_go_on_and_others_write_meanwhile()
    {
        using var hasty = await school.As("teacher");
        using var other = await school.As("deputy");
        var edits = ApiPage.Batch(ApiPage.Edit("5", -1));

        var replies = new List<Reply>();
        for (var i = 0; i < 30; i++)
            replies.Add(await hasty.Post(ApiPage.Edits, edits));

        var refused = replies.Where(reply => reply.Code == 429).ToList();
        Assert.InRange(refused.Count, 1, 26);
        Assert.All(refused, reply => Assert.Equal("application/problem+json", reply.Type));
        Assert.All(refused, reply => Assert.InRange(Seconds(reply), 1, 5));
        Assert.Equal(400, (await other.Post(ApiPage.Edits, edits)).Code);
        Assert.Equal(200, (await hasty.Get("api/v1/me")).Code);
        Assert.True(school.Get<Turnstile>().TooFast >= refused.Count);
    }

    [Fact]
    public async Task Strangers_who_knock_too_fast_see_a_page_that_looks_again_by_itself()
    {
        using var stranger = await school.As(null);

        Reply page;
        do page = await stranger.Get("sign-in");
        while (page.Code is 200 or 302);

        Assert.Equal((429, "text/html"), (page.Code, page.Type));
        Assert.InRange(Seconds(page), 1, 5);
        Assert.Contains("<title>Too often</title>", page.Text);
        Assert.Equal(200, (await stranger.Get("health")).Code);
        Assert.Equal(200, (await stranger.Get("tokens.css")).Code);
    }

    [Fact]
    public async Task In_a_crowd_pages_take_turns_and_whoever_is_one_too_many_is_told_at_once()
    {
        using var turnstile = new Turnstile(new JournalOptions { PagesPerCore = 1, PagesWaiting = 1 });
        var (served, door) = (0, new TaskCompletionSource());
        var inside = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Come("/journal")).ToList();
        var waiting = Come("/journal");
        Assert.Equal((Environment.ProcessorCount, 1), (served, turnstile.PagesWaiting));

        var page = Request("/journal");
        await turnstile.Pass(page, Serve).WaitAsync(Deadline);
        var program = Request("/api/v1/me");
        await turnstile.Pass(program, Serve).WaitAsync(Deadline);
        var line = Come("/_blazor");

        Assert.Equal((503, "10", "text/html; charset=utf-8"), Answer(page));
        Assert.Equal((503, "10", "application/problem+json"), Answer(program));
        Assert.Equal((Environment.ProcessorCount + 1, 2), (served, turnstile.PagesRefused));
        door.SetResult();
        await Task.WhenAll([.. inside, waiting, line]).WaitAsync(Deadline);
        Assert.Equal(Environment.ProcessorCount + 2, served);

        Task Come(string path) => turnstile.Pass(Request(path), Serve);

        Task Serve(HttpContext http)
        {
            Interlocked.Increment(ref served);
            return door.Task;
        }
    }

    [Fact]
    public async Task The_pages_of_staff_do_not_wait_behind_those_of_families()
    {
        using var turnstile = new Turnstile(new JournalOptions { PagesPerCore = 1, PagesWaiting = 50 });
        var (served, door) = (0, new TaskCompletionSource());
        var families = Enumerable.Range(0, 20).Select(_ => turnstile.Pass(Request("/diary"), Serve)).ToList();
        Assert.Equal(Environment.ProcessorCount, served);

        var grid = Request("/journal/1");
        grid.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new ComponentTypeMetadata(typeof(CoursePage))), "grid"));
        var staff = turnstile.Pass(grid, Serve);

        Assert.Equal(Environment.ProcessorCount + 1, served);
        door.SetResult();
        await Task.WhenAll([.. families, staff]).WaitAsync(Deadline);

        Task Serve(HttpContext http)
        {
            Interlocked.Increment(ref served);
            return door.Task;
        }
    }

    [Fact]
    public async Task What_is_carried_at_a_time_is_bounded_by_its_weight()
    {
        using var turnstile = new Turnstile(new JournalOptions());
        var door = new TaskCompletionSource();
        var all = Enumerable.Range(0, 80).Select(_ => Post()).ToList();

        var refused = all.Where(one => one.Done.IsCompleted).ToList();
        Assert.InRange(refused.Count, 15, 20);
        Assert.All(refused, one => Assert.Equal((503, "2", "application/problem+json"), Answer(one.Http)));
        Assert.InRange(turnstile.KilobytesCarried, 62 << 10, 64 << 10);
        door.SetResult();
        await Task.WhenAll(all.Select(one => one.Done)).WaitAsync(Deadline);
        Assert.Equal(0, turnstile.KilobytesCarried);

        (HttpContext Http, Task Done) Post()
        {
            var http = Request("/api/v1/courses/1/edits");
            (http.Request.Method, http.Request.ContentLength) = ("POST", 1 << 20);
            return (http, turnstile.Pass(http, _ => door.Task));
        }
    }

    [Theory]
    [InlineData("preferences", "application/x-www-form-urlencoded", "text/html")]
    [InlineData("sign-in", "application/x-www-form-urlencoded", "text/html")]
    [InlineData("api/v1/sign-in", "application/json", "application/problem+json")]
    [InlineData("api/v1/courses/1/works", "application/json", "application/problem+json")]
    public async Task A_form_carries_no_book(string path, string type, string answer)
    {
        using var caller = await school.As("registrar");
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(new string('a', 17 << 10)));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var reply = await caller.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });

        Assert.Equal((413, answer), (reply.Code, reply.Type));
        if (answer == "text/html")
            Assert.Contains("Too much was sent", reply.Text);
    }

    [Fact]
    public async Task A_page_pasted_whole_is_taken()
    {
        using var caller = await school.As("registrar");
        var long500 = new string('a', 500);
        var edits = Enumerable.Range(0, 1000).Select(_ => ApiPage.Edit("5", 0, comment: long500)).ToArray();

        var reply = await caller.Post(ApiPage.Edits, ApiPage.Whole(edits));

        Assert.Equal(404, reply.Code);
    }

    private static int Seconds(Reply reply) =>
        int.Parse(Assert.Single(reply.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture);

    private DefaultHttpContext Request(string path)
    {
        var http = new DefaultHttpContext { RequestServices = school.Services.CreateScope().ServiceProvider };
        http.Request.Path = path;
        http.Request.Method = "GET";
        return http;
    }

    private static (int, string, string) Answer(HttpContext http) =>
        (http.Response.StatusCode, http.Response.Headers.RetryAfter.ToString(), http.Response.ContentType!);

    /// <summary>For people in no hurry.</summary>
    public sealed class SmallServer : ApiSchool
    {
        protected override IReadOnlyDictionary<string, int> Limits { get; } =
            new Dictionary<string, int> { ["WritesPerSecond"] = 1, ["StrangersPerSecond"] = 2 };

        // One test of these leaves nobody time to sign in.
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            foreach (var login in new[] { "teacher", "deputy", "registrar" })
                await Token(login);
        }
    }
}
