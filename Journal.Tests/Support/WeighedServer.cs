using System.Globalization;
using Journal.Core.Live;

namespace Journal.Tests.Support;

/// <summary>
/// The server whose pages are weighed, alone in its process: among two thousand tests every thread keeps arrays that Blazor has lent, and the
/// other ends of the lines have a weight of their own. What is asked on its input it answers, a line for a line.
/// </summary>
internal static class WeighedServer
{
    public const string Listeners = "listeners";
    public const string Heap = "heap";

    /// <summary>Before the number of an answer and the answer; the first one, number 0, is where it listens and a token to come in.</summary>
    public const string Answer = "answer";

    public static async Task<int> Run<TSchool>(TSchool school, Func<TSchool, Task> fill, string login)
        where TSchool : ApiSchool
    {
        IAsyncLifetime fixture = school;
        await fixture.InitializeAsync();
        try
        {
            await fill(school);
            Say(0, $"{school.Address} {await school.Token(login)}");
            for (var number = 1; await Console.In.ReadLineAsync() is { } asked; number++)
                Say(number, (await Measured(school, asked)).ToString(CultureInfo.InvariantCulture));
        }
        finally
        {
            await fixture.DisposeAsync();
        }

        return 0;
    }

    private static void Say(int number, string answer) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Answer} {number} {answer}"));

    private static async Task<long> Measured(ApiSchool school, string asked) =>
        asked == Listeners ? school.Get<JournalFeed>().Listeners : await Settled();

    // What is still under way, or left over from the start, is not what stays: looked at until nothing goes any more.
    private static async Task<long> Settled()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        var (before, quiet) = (long.MaxValue, 0);
        while (quiet < 3)
        {
            await tick.WaitForNextTickAsync();
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
