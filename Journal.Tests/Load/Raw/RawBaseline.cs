using System.Diagnostics;
using System.Security.Cryptography;
using System.Threading.Channels;
using Journal.Core.Register;
using Journal.Load.Figures;
using Microsoft.Data.Sqlite;

namespace Journal.Load.Raw;

/// <summary>What this machine can do today with nothing of ours in between; the figures of the same run are compared with it.</summary>
/// <param name="Commits">Each edit's two rows in a durable commit of its own.</param>
/// <param name="GroupPerSecond">The same rows, sixteen edits a commit.</param>
/// <param name="Page">Milliseconds to read a page's rows.</param>
/// <param name="FanOut">Milliseconds until the last of 1,500 bare channels is read.</param>
/// <param name="Password">Milliseconds of one password's hash.</param>
internal sealed record RawBaseline(
    double CommitsPerSecond,
    Latencies Commits,
    double GroupPerSecond,
    double Page,
    double FanOut,
    double Password
)
{
    private const int Listeners = 1500;
    private const int Iterations = 220_000;
    private const int Times = 100;

    /// <summary>On a copy of the school's file beside it, which goes again.</summary>
    public static async Task<RawBaseline> Measure(string database, PageId page)
    {
        var copy = database + ".raw";
        File.Copy(database, copy);
        try
        {
            var (single, commits) = RawCommits.Measure(copy, [.. Enumerable.Repeat(1, 400)]);
            var (group, _) = RawCommits.Measure(copy, [.. Enumerable.Repeat(16, 200)]);
            return new(single, commits, group, ReadPage(copy, page), await FanOutOf(Listeners), HashPassword());
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            foreach (var suffix in new[] { "", "-wal", "-shm" })
                File.Delete(copy + suffix);
        }
    }

    private static double ReadPage(string database, PageId page)
    {
        using var connection = new Core.Persistence.SchoolFile(database).Open();
        using var raw = RawPage.Of(connection, page);
        var times = new Latencies();
        for (var i = 0; i < Times; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            raw.Read();
            times.Add(begun, Stopwatch.GetTimestamp());
        }

        return times.At(0.5);
    }

    private static double HashPassword()
    {
        var times = new Latencies();
        for (var i = 0; i < 5; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            Rfc2898DeriveBytes.Pbkdf2("demo", RandomNumberGenerator.GetBytes(16), Iterations, HashAlgorithmName.SHA512, 32);
            times.Add(begun, Stopwatch.GetTimestamp());
        }

        return times.At(0.5);
    }

    private static async Task<double> FanOutOf(int listeners)
    {
        var channels = Enumerable.Range(0, listeners).Select(_ => Channel.CreateBounded<int>(256)).ToArray();
        var times = new Latencies();
        for (var i = 0; i < Times; i++)
        {
            var waiting = channels.Select(channel => channel.Reader.ReadAsync().AsTask()).ToArray();
            var begun = Stopwatch.GetTimestamp();
            foreach (var channel in channels)
                channel.Writer.TryWrite(i);
            await Task.WhenAll(waiting);
            times.Add(begun, Stopwatch.GetTimestamp());
        }

        return times.At(0.5);
    }
}
