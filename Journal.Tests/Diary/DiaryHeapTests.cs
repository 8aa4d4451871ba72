using System.Net;
using System.Net.Sockets;
using Journal.Core.Live;
using Journal.Tests.Support;
using Xunit.Abstractions;

namespace Journal.Tests.Diary;

[Collection(Alone.Name)]
public sealed class DiaryHeapTests(ApiSchool school, ITestOutputHelper output) : IClassFixture<ApiSchool>
{
    private const int Ceiling = 120 << 10;
    private const int Rounds = 5;
    private const int Pages = 80;

    /// <summary>
    /// A whole school of families may have the diary open. Both ends of each line lie in this process: the other one is weighed alone. What the
    /// tests before have left may go in the middle of it, so the weight is the middle one of several rounds.
    /// </summary>
    [Fact]
    public async Task An_open_diary_costs_little_memory()
    {
        var open = new List<CircuitClient>();
        await Open(open, 20);

        var pages = await Middle(() => Open(open, Pages));
        var pairs = new List<Socket>();
        var otherEnd = await Middle(() => Pair(pairs)) / 2;

        pairs.ForEach(one => one.Dispose());
        open.ForEach(one => one.Dispose());
        output.WriteLine($"{(pages - otherEnd) / 1024.0:0.0} KiB a page, without {otherEnd / 1024.0:0.0} of the other end");
        Assert.InRange(pages - otherEnd, 1, Ceiling);
    }

    // What one of many weighs: the middle of the rounds.
    private static async Task<long> Middle(Func<Task> more)
    {
        var weights = new List<long>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = await Heap();
            await more();
            weights.Add((await Heap() - before) / Pages);
        }

        return weights.Order().ElementAt(Rounds / 2);
    }

    // Pairs of such sockets that have said a word.
    private static async Task Pair(List<Socket> pairs)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        for (var i = 0; i < Pages; i++)
        {
            var calling = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await calling.ConnectAsync(listener.LocalEndpoint);
            var called = await listener.AcceptSocketAsync();
            await calling.SendAsync(new byte[1]);
            await called.SendAsync(new byte[1]);
            await calling.ReceiveAsync(new byte[1]);
            await called.ReceiveAsync(new byte[1]);
            pairs.AddRange([calling, called]);
        }
    }

    // What is still under way, or left over from the tests before, is not what stays: looked at until nothing goes any more.
    private static async Task<long> Heap()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        var (before, quiet) = (long.MaxValue, 0);
        while (quiet < 4)
        {
            await tick.WaitForNextTickAsync();
            GC.WaitForPendingFinalizers();
            var now = GC.GetTotalMemory(forceFullCollection: true);
            quiet = before - now < 32 << 10 ? quiet + 1 : 0;
            before = Math.Min(before, now);
        }

        return before;
    }

    // A page counts as open when it hears.
    private async Task Open(List<CircuitClient> open, int more)
    {
        var wanted = school.Get<JournalFeed>().Listeners + more;
        for (var i = 0; i < more; i++)
            open.Add(await CircuitClient.Open(school, "parent", "diary/21"));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (school.Get<JournalFeed>().Listeners < wanted)
            await tick.WaitForNextTickAsync(deadline.Token);
        foreach (var one in open)
            await one.Confirm();
    }
}
