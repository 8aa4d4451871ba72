using Journal.Tests.Api;
using Journal.Tests.Support;
using Journal.Web.Hosting;
using Journal.Web.Live;
using Microsoft.AspNetCore.Http.Connections;

namespace Journal.Tests.Live;

/// <summary>A program may listen by a socket, by a stream, or by requests that wait for news; it hears and counts the same.</summary>
public sealed class HubTransportsTests : IAsyncLifetime
{
    private readonly CrowdedServer _school = new();

    public static TheoryData<HttpTransportType> Transports =>
        [HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling];

    private int Connections => _school.Get<Subscriptions>().Connections;

    public Task InitializeAsync() => _school.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_school).DisposeAsync();

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task It_hears_every_change_in_order_on_one_line_and_gives_the_line_back(HttpTransportType by)
    {
        var start = await _school.Head();
        var hearer = await Hearer.Connect(_school, await _school.Token("teacher"), by: by);
        await hearer.Subscribe("course/1", start);
        for (var i = 0; i < 5; i++)
        {
            await ChangesTests.TypeMany(_school, 20);
            await hearer.Until(await _school.Head());
            Assert.Equal(1, Connections);
        }

        await hearer.Subscribe("course/1", start);
        var heard = await hearer.Until(await _school.Head());
        Assert.Equal(Enumerable.Range((int)start + 1, 100), heard.Select(word => (int)word.Seq));

        await hearer.DisposeAsync();
        await Until(() => Connections == 0);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Who_signs_out_is_cut_off(HttpTransportType by)
    {
        var token = await _school.NewToken("teacher");
        await using var hearer = await Hearer.Connect(_school, token, by: by);
        await hearer.Subscribe("course/1", await _school.Head());
        using var caller = new Caller(_school.Address, token);

        await caller.Post("api/v1/sign-out", new { });

        await hearer.Closed;
        await Until(() => Connections == 0);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task As_many_as_an_account_may_have_are_served_and_none_takes_the_turn_of_a_page(HttpTransportType by)
    {
        var (lines, token) = (new List<Hearer>(), await _school.Token("teacher"));
        for (var i = 0; i < Subscriptions.MostConnectionsOfAnAccount; i++)
        {
            lines.Add(await Hearer.Connect(_school, token, by: by));
            await lines[i].Subscribe("course/1", await _school.Head());
        }

        var tooMany = await Hearer.Connect(_school, token, by: by);
        await tooMany.Closed;
        Assert.Equal(Subscriptions.MostConnectionsOfAnAccount, Connections);

        // Nobody may wait for a turn here.
        using var deputy = await _school.As("deputy");
        Assert.Equal(200, (await deputy.Get("journal")).Code);
        Assert.Equal(200, (await deputy.Get("api/v1/me")).Code);
        Assert.Equal((0, 0), (_school.Get<Turnstile>().PagesWaiting, _school.Get<Turnstile>().PagesRefused));

        lines.Add(tooMany);
        foreach (var line in lines)
            await line.DisposeAsync();
        await Until(() => Connections == 0);
    }

    private static async Task Until(Func<bool> happened)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var deadline = new CancellationTokenSource(Hearer.Patience);
        while (!happened())
            await tick.WaitForNextTickAsync(deadline.Token);
    }

    /// <summary>One page at a time for each core, and nobody may wait.</summary>
    private sealed class CrowdedServer : ApiSchool
    {
        protected override IReadOnlyDictionary<string, int> Limits { get; } =
            new Dictionary<string, int>
            {
                ["PagesPerCore"] = 1,
                ["PagesWaiting"] = 0,
                ["ReadsPerSecond"] = 10_000,
                ["StrangersPerSecond"] = 10_000,
            };
    }
}
