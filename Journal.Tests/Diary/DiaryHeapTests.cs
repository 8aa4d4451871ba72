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
    private const int Pages = 200;

    /// <summary>A whole school of families may have the diary open. Both ends of each line lie in this process: the other one is weighed alone.</summary>
    [Fact]
    public async Task An_open_diary_costs_little_memory()
    {
        var open = new List<CircuitClient>();
        await Open(open, 20);
        var otherEnd = await OtherEnd();
        var before = await Heap();

        await Open(open, Pages);

        var each = ((await Heap() - before) / Pages) - otherEnd;
        output.WriteLine($"{each / 1024.0:0.0} KiB a page, without {otherEnd / 1024.0:0.0} of the other end");
        foreach (var one in open)
            one.Dispose();
        Assert.InRange(each, 1, Ceiling);
    }

    // A pair of such sockets that says a word, halved.
    private static async Task<long> OtherEnd()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var before = await Heap();
        var pairs = new List<Socket>();
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

        var each = (await Heap() - before) / pairs.Count;
        pairs.ForEach(one => one.Dispose());
        return each;
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
