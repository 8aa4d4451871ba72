using System.Diagnostics;
using System.Globalization;

namespace Journal.Tests.Support;

/// <summary>
/// What one of many open pages weighs on the heap of a server that is alone in its process. What was left of the start may go in the middle of it,
/// which makes a round too light; the pools from which Blazor lends may grow in it, which makes it heavier by up to a half. The weight is the second
/// lightest of several rounds: rounds that neither befell were within three per cent of it.
/// </summary>
internal sealed class Weighing(string which, string login, string path, int pages) : IAsyncDisposable
{
    private const int Rounds = 4;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Every thread that has drawn a page keeps arrays to draw with: few threads. One of them waits for what is asked.
    private static readonly Dictionary<string, string?> FewThreads = new() { ["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "5" };

    private readonly ChildProcess _server = ChildProcess.Start(
        ChildProcess.Dotnet,
        [typeof(Weighing).Assembly.Location, which, login],
        environment: FewThreads,
        listens: true
    );
    private readonly List<WatchedPage> _open = [];
    private readonly Stopwatch _sinceHeard = Stopwatch.StartNew();
    private int _asked;

    /// <summary>Bytes of a page.</summary>
    public async Task<long> Weigh()
    {
        var first = await Answer(0);
        var (server, token) = (new Uri(first[0]), first[1]);
        // What is made once for all is not a page's, nor what is lent out while pages are drawn and kept to be lent again.
        await Open(server, token);
        var weights = new List<long>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = await Ask(WeighedServer.Heap);
            await Open(server, token);
            weights.Add((await Ask(WeighedServer.Heap) - before) / pages);
        }

        return weights.Order().ElementAt(1);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _open)
            await one.DisposeAsync();
        _server.Hush();
        await using (_server)
            Assert.True(await _server.Ended(Patience) == 0, $"{_server.Output}\n{_server.Errors}");
    }

    // One after the other, so that what is lent out while a page is drawn can be lent again. A page counts as open when it hears.
    private async Task Open(Uri server, string token)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var enough = new CancellationTokenSource(Patience);
        for (var i = 0; i < pages; i++)
        {
            var wanted = await Ask(WeighedServer.Listeners) + 1;
            _open.Add(await WatchedPage.Open(server, token, path));
            while (await Ask(WeighedServer.Listeners) < wanted)
                await tick.WaitForNextTickAsync(enough.Token);
            await KeepAlive();
        }
    }

    // Who says nothing for half a minute is taken for gone. One after the other here too: what is lent out for reading would be weighed.
    private async Task KeepAlive()
    {
        if (_sinceHeard.Elapsed < Pace)
            return;

        _sinceHeard.Restart();
        foreach (var one in _open)
        {
            await one.Ping();
            await Ask(WeighedServer.Listeners);
        }
    }

    private async Task<long> Ask(string what)
    {
        await _server.Say(what);
        return long.Parse((await Answer(++_asked))[0], CultureInfo.InvariantCulture);
    }

    private async Task<string[]> Answer(int number)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"{WeighedServer.Answer} {number} ");
        var line = await _server.Output.Line(one => one.StartsWith(start, StringComparison.Ordinal)).WaitAsync(Patience);
        return line[start.Length..].Split(' ');
    }
}
