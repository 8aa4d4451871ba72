using Journal.Core.Basics;
using Journal.Tests.Support;
using Journal.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journal.Tests.Web;

/// <summary>What the technician reads of those who were turned away: how many and why, once a minute.</summary>
public sealed class TurnedAwayLogTests : IAsyncLifetime
{
    private readonly FullServer _school = new();

    private IReadOnlyList<string> Told =>
        [
            .. _school
                .Log()
                .Where(line => line.Contains("Turned away"))
                .Select(line => line[line.IndexOf('[', StringComparison.Ordinal)..].Trim()),
        ];

    public Task InitializeAsync() => _school.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_school).DisposeAsync();

    [Fact]
    public async Task A_minute_of_refusals_is_one_line_with_their_number_by_kind_and_nobodys_name()
    {
        using var teacher = await _school.As("teacher");
        using var deputy = await _school.As("deputy");
        await Ask(teacher, 503, "journal", 3);
        await Ask(deputy, 503, "_blazor", 2);
        await Ask(teacher, 503, "journal", 1);
        Assert.Empty(Told);

        _school.Clock.Advance(TurnedAwayLog.Every);
        Assert.Equal(["[WRN] Turned away within a minute: lines 6"], Told);

        _school.Clock.Advance(TurnedAwayLog.Every * 5);
        Assert.Single(Told);
    }

    [Fact]
    public async Task Each_kind_is_told_with_what_came_since_the_last_time()
    {
        using var teacher = await _school.As("teacher");
        using var parent = await _school.As("parent");
        var hasty = await TooFast(parent);
        await Ask(teacher, 503, "journal", 1);
        _school.Clock.Advance(TurnedAwayLog.Every);

        await Ask(teacher, 503, "journal", 2);
        _school.Clock.Advance(TurnedAwayLog.Every);

        Assert.Equal([$"[WRN] Turned away within a minute: lines 1, pace {hasty}", "[WRN] Turned away within a minute: lines 2"], Told);
    }

    [Fact]
    public async Task What_the_last_minute_had_is_told_when_the_server_stops()
    {
        using var teacher = await _school.As("teacher");
        using var log = new TurnedAwayLog(_school.Get<TurnedAwayTally>(), _school.Clock, _school.Get<ILogger<TurnedAwayLog>>());
        await log.StartAsync(default);
        await Ask(teacher, 503, "journal", 2);

        await log.StopAsync(default);
        Assert.Equal(["[WRN] Turned away within a minute: lines 2"], Told);
    }

    [Fact]
    public async Task The_metrics_count_the_same()
    {
        using var measured = new Measurements(_school.Get<JournalMeter>());
        using var teacher = await _school.As("teacher");

        await Ask(teacher, 503, "journal", 4);

        Assert.Equal((4, 0), (measured.Now("journal.turned.away lines"), measured.Now("journal.turned.away pace")));
    }

    private static async Task Ask(Caller caller, int answer, string path, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(answer, (await caller.Get(path)).Code);
    }

    private static async Task<int> TooFast(Caller parent)
    {
        var refused = 0;
        for (var i = 0; i < 30; i++)
            refused += (await parent.Post("preferences", new { })).Code == 429 ? 1 : 0;

        Assert.InRange(refused, 1, 29);
        return refused;
    }

    /// <summary>Without room for any page, and with patience for one request a second.</summary>
    private sealed class FullServer : ApiSchool
    {
        protected override IReadOnlyDictionary<string, int> Limits { get; } =
            new Dictionary<string, int> { ["Lines"] = 0, ["WritesPerSecond"] = 1 };
    }
}
