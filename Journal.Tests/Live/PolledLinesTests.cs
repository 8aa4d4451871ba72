using System.Net.Http.Headers;
using Journal.Core.Live;
using Journal.Load.Wire;
using Journal.Tests.Api;
using Journal.Tests.Support;
using Journal.Web.Accounts;
using Journal.Web.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Live;

/// <summary>Pages to which no socket gets through: their line is made of plain requests.</summary>
public sealed class PolledLinesTests : IAsyncLifetime
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly SmallServer _school = new();

    private Lines Lines => _school.Get<Lines>();

    public Task InitializeAsync() => _school.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_school).DisposeAsync();

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task A_page_counts_as_one_line_whatever_it_comes_by(HttpTransportType by)
    {
        await using var page = await Open("teacher", "journal/1", by);

        // Each answer ends a request of a polled line, and there is room for one line only: the next request must find its own.
        for (var i = 0; i < 10; i++)
            await page.InvokeAsync("OnLocationChanged", new Uri(_school.Address, "journal").ToString(), null, true).WaitAsync(Deadline);
        Assert.Equal((1, 1), (Lines.Open, Lines.Kept));

        await page.StopAsync();
        await Until(() => Lines.Open == 0);
    }

    [Fact]
    public async Task Between_two_requests_its_place_is_kept_and_at_its_end_given_back()
    {
        using var teacher = await _school.As("teacher");
        using var deputy = await _school.As("deputy");
        var line = await Negotiated(teacher);

        Assert.Equal(200, (await teacher.Get(line)).Code);
        Assert.Equal(1, Lines.Open);
        Assert.Equal(503, (await deputy.Get("_blazor")).Code);
        var waiting = teacher.Get(line);
        Assert.Equal(202, (await teacher.Delete(line)).Code);

        // Whether it was there before the end or came after it.
        Assert.Contains((await waiting.WaitAsync(Deadline)).Code, (int[])[204, 404]);
        Assert.Equal(0, Lines.Open);
        Assert.Equal(404, (await teacher.Get(line)).Code);
        Assert.Equal(0, Lines.Open);
    }

    [Fact]
    public async Task Where_nothing_is_asked_any_more_the_place_is_given_back()
    {
        using var teacher = await _school.As("teacher");
        Assert.Equal(200, (await teacher.Get(await Negotiated(teacher))).Code);

        _school.Clock.Advance(PolledLines.Patience - TimeSpan.FromSeconds(1));
        Assert.Equal(1, Lines.Open);

        _school.Clock.Advance(Lines.Every);
        Assert.Equal(0, Lines.Open);
    }

    [Fact]
    public async Task A_request_that_waits_keeps_its_place_however_long_it_waits()
    {
        using var lines = new Lines(new() { Lines = 1 }, _school.Clock);
        using var polled = new PolledLines(lines, _school.Clock);
        var session = await Session();
        polled.Begin(session, "a", () => { });

        _school.Clock.Advance(PolledLines.Patience * 4);
        Assert.Equal(1, lines.Open);

        // The computer was closed: nobody says good-bye.
        polled.End(session, "a", isOver: false);
        _school.Clock.Advance(PolledLines.Patience + Lines.Every);
        Assert.Equal(0, lines.Open);
    }

    [Fact]
    public async Task Who_reads_everything_and_confirms_nothing_is_cut_off_here_too()
    {
        var before = _school.Get<JournalFeed>().Listeners;
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var page = await Open("teacher", "journal/1", HttpTransportType.LongPolling);
        page.Closed += _ =>
        {
            closed.SetResult();
            return Task.CompletedTask;
        };
        using (page.On<long, byte[]>("JS.RenderBatch", (drawing, _) => page.SendAsync("OnRenderCompleted", drawing, null)))
            await Until(() => _school.Get<JournalFeed>().Listeners == before + 1 && Lines.Owing == 0);
        await ChangesTests.TypeMany(_school, 1);
        await Until(() => Lines.Owing == 1);

        _school.Clock.Advance(Lines.Patience + Lines.Every);

        Assert.Equal((1, 0), (Lines.CutAsSlow, Lines.Open));
        await closed.Task.WaitAsync(Deadline);
        await Until(() => _school.Get<JournalFeed>().Listeners == before);
    }

    [Fact]
    public async Task A_line_that_was_cut_is_asked_in_vain_as_long_as_the_transport_knows_it()
    {
        using var lines = new Lines(new() { Lines = 1 }, _school.Clock);
        using var polled = new PolledLines(lines, _school.Clock);
        var session = await Session();
        var aborted = 0;

        var (line, _) = polled.Begin(session, "a", () => aborted++);
        line.Drew();
        _school.Clock.Advance(Lines.Patience + Lines.Every);
        polled.End(session, "a", isOver: true);

        Assert.Equal((1, 0, true), (aborted, lines.Open, line.WasCut));
        Assert.Same(line, polled.Begin(session, "a", () => { }).Line);
        polled.End(session, "a", isOver: true);
        _school.Clock.Advance(PolledLines.Patience + Lines.Every);
        Assert.NotSame(line, polled.Begin(session, "a", () => { }).Line);
    }

    [Fact]
    public async Task A_request_that_a_newer_one_puts_an_end_to_does_not_end_the_line()
    {
        using var lines = new Lines(new() { Lines = 1 }, _school.Clock);
        using var polled = new PolledLines(lines, _school.Clock);
        var session = await Session();
        polled.Begin(session, "a", () => { });

        polled.Begin(session, "a", () => { });
        polled.End(session, "a", isOver: true);
        Assert.Equal(1, lines.Open);

        polled.End(session, "a", isOver: true);
        Assert.Equal(0, lines.Open);
        Assert.Null(polled.Begin(session, "b", () => { }).Refusal);
        Assert.Equal(LineRefusal.Total, polled.Begin(session, "c", () => { }).Refusal);
    }

    [Fact]
    public async Task A_stream_of_text_carries_no_page_and_says_so()
    {
        using var teacher = await _school.As("teacher");
        var line = await Negotiated(teacher);
        using var http = new HttpClient { BaseAddress = _school.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, line);
        request.Headers.Authorization = new("Bearer", await _school.Token("teacher"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var stream = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(1, Lines.Open);

        await teacher.Text(line, "{\"protocol\":\"blazorpack\",\"version\":1}\u001e", type: "text/plain");

        Assert.Contains("The transport does not support", await stream.Content.ReadAsStringAsync().WaitAsync(Deadline));
        await Until(() => Lines.Open == 0);
    }

    private static async Task<string> Negotiated(Caller caller)
    {
        var answer = (await caller.Text("_blazor/negotiate?negotiateVersion=1", "", type: "text/plain")).Json;
        return $"_blazor?id={answer.GetProperty("connectionToken").GetString()}";
    }

    private async Task<Session> Session() => _school.Get<Sessions>().Find(await _school.Token("teacher"))!;

    // A page that confirms nothing; by the library's client, which has a way to come by each transport.
    private async Task<HubConnection> Open(string login, string path, HttpTransportType by)
    {
        var (token, address) = (await _school.Token(login), new Uri(_school.Address, path).ToString());
        using var caller = new Caller(_school.Address, token);
        var markers = PageMarkers.Of((await caller.Get(path)).Text);
        var builder = new HubConnectionBuilder().WithUrl(
            new Uri(_school.Address, "_blazor"),
            by,
            options => options.Headers["Authorization"] = $"Bearer {token}"
        );
        builder.Services.AddSingleton<IHubProtocol>(new Blazorpack());
        var page = builder.Build();
        await page.StartAsync().WaitAsync(Deadline);
        await page.InvokeAsync<string>("StartCircuit", _school.Address.ToString(), address, "[]", markers.State).WaitAsync(Deadline);
        await page.SendAsync("UpdateRootComponents", markers.Add(1), markers.State);
        return page;
    }

    private static async Task Until(Func<bool> happened)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var deadline = new CancellationTokenSource(Deadline);
        while (!happened())
            await tick.WaitForNextTickAsync(deadline.Token);
    }

    /// <summary>With room for one page. The transport forgets sooner than usual who asks nothing more.</summary>
    private sealed class SmallServer : ApiSchool
    {
        protected override IReadOnlyDictionary<string, int> Limits { get; } = new Dictionary<string, int> { ["Lines"] = 1 };

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
                services.Configure<ConnectionOptions>(options => options.DisconnectTimeout = TimeSpan.FromSeconds(5))
            );
        }
    }
}
