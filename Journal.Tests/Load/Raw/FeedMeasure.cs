using System.Diagnostics;
using System.Threading.Channels;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Live;

namespace Journal.Load.Raw;

/// <summary>One change to 1,500 listeners of one page: until the last of them has it in hand, against as many bare channels.</summary>
internal static class FeedMeasure
{
    private const int Listeners = 1500;
    private const int Times = 200;

    public static async Task Run()
    {
        var feed = new JournalFeed();
        var listeners = Enumerable.Range(0, Listeners).Select(_ => feed.Listen(Audience.Of(new CourseId(1)))).ToArray();
        var channels = Enumerable.Range(0, Listeners).Select(_ => Channel.CreateBounded<Committed>(Listener.Capacity)).ToArray();
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var i = 1; i <= Times; i++)
        {
            var change = new Committed(i, DateTimeOffset.UnixEpoch, new PersonId(1), new PageOutdated(new CourseId(1)));
            ours.Add(await Until(listeners.Select(listener => listener.Heard), () => feed.Publish([change])));
            bare.Add(
                await Until(
                    channels.Select(channel => channel.Reader),
                    () =>
                    {
                        foreach (var channel in channels)
                            channel.Writer.TryWrite(change);
                    }
                )
            );
        }

        ours.Sort();
        bare.Sort();
        Console.WriteLine($"feed: one change to {Listeners} listeners, until the last has it; median of {Times}");
        Console.WriteLine(
            $"  feed {ours[Times / 2]:0.00} ms   bare channels {bare[Times / 2]:0.00} ms   ratio {ours[Times / 2] / bare[Times / 2]:0.00}   p99 {ours[Times * 99 / 100]:0.00} ms (goal ≤ 5 ms)"
        );
    }

    private static async Task<double> Until(IEnumerable<ChannelReader<Committed>> readers, Action publish)
    {
        var waiting = readers.Select(reader => reader.ReadAsync().AsTask()).ToArray();
        var start = Stopwatch.GetTimestamp();
        publish();
        await Task.WhenAll(waiting);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
