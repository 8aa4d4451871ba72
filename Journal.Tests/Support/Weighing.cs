using System.Net;
using System.Net.Sockets;
using Journal.Core.Live;

namespace Journal.Tests.Support;

/// <summary>
/// What one of many open pages weighs on the heap. Both ends of each line lie in this process: the other one is weighed alone. What was left
/// of the start may go in the middle of it, which makes a round too light; the pools from which Blazor lends may grow in it, which makes it
/// heavier by up to a half. The weight is the second lightest of several rounds: rounds that neither befell were within three per cent of it.
/// </summary>
public sealed class Weighing(ApiSchool school, string login, string path, int pages) : IDisposable
{
    private const int Rounds = 4;

    private readonly List<CircuitClient> _open = [];
    private readonly List<Socket> _pairs = [];

    /// <summary>Bytes of a page, without those of the other end.</summary>
    public async Task<long> Weigh()
    {
        // What is made once for all is not a page's, nor what is lent out while pages are drawn and kept to be lent again.
        await Open(pages);
        var whole = await Lasting(() => Open(pages));
        var otherEnd = await Lasting(Pair) / 2;
        return whole - otherEnd;
    }

    public void Dispose()
    {
        _open.ForEach(one => one.Dispose());
        _pairs.ForEach(one => one.Dispose());
    }

    private async Task<long> Lasting(Func<Task> more)
    {
        var weights = new List<long>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = await Heap();
            await more();
            weights.Add((await Heap() - before) / pages);
        }

        return weights.Order().ElementAt(1);
    }

    // One after the other, so that what is lent out while a page is drawn can be lent again. A page counts as open when it hears; what it sends on
    // the way is confirmed.
    private async Task Open(int more)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var i = 0; i < more; i++)
        {
            var wanted = school.Get<JournalFeed>().Listeners + 1;
            var page = await CircuitClient.Open(school, login, path);
            _open.Add(page);
            while (school.Get<JournalFeed>().Listeners < wanted)
            {
                await page.Confirm();
                await tick.WaitForNextTickAsync(deadline.Token);
            }
        }
    }

    // Pairs of such sockets that have said a word.
    private async Task Pair()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        for (var i = 0; i < pages; i++)
        {
            var calling = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await calling.ConnectAsync(listener.LocalEndpoint);
            var called = await listener.AcceptSocketAsync();
            await calling.SendAsync(new byte[1]);
            await called.SendAsync(new byte[1]);
            await calling.ReceiveAsync(new byte[1]);
            await called.ReceiveAsync(new byte[1]);
            _pairs.AddRange([calling, called]);
        }
    }

    // What is still under way, or left over from the start, is not what stays: looked at until nothing goes any more. What a page sends
    // meanwhile is confirmed, as a browser does.
    private async Task<long> Heap()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        var (before, quiet) = (long.MaxValue, 0);
        while (quiet < 3)
        {
            await tick.WaitForNextTickAsync();
            foreach (var one in _open)
                await one.Confirm();
            GC.WaitForPendingFinalizers();
            var now = Living();
            quiet = before - now < 32 << 10 ? quiet + 1 : 0;
            before = Math.Min(before, now);
        }

        return before;
    }

    // Holes between what lives are no weight: where a heap is full of them, a page seemed to weigh a third more than its objects do.
    private static long Living()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        var heap = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return heap.HeapSizeBytes - heap.FragmentedBytes;
    }
}
