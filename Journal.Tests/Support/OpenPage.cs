using System.Globalization;

namespace Journal.Tests.Support;

/// <summary>
/// What one open page weighs on the server's heap, in bytes, weighed in a process of its own: among two thousand tests every thread
/// keeps arrays that Blazor has lent, and a page seems to weigh half as much again.
/// </summary>
internal static class OpenPage
{
    public const string Grid = "grid";
    public const string Diary = "diary";

    // Every thread that has drawn a page keeps arrays to draw with: few threads.
    private static readonly Dictionary<string, string?> FewThreads = new() { ["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "4" };

    public static async Task<long> Weigh(string which)
    {
        var weighed = await ChildProcess.Run(
            ChildProcess.Dotnet,
            [typeof(OpenPage).Assembly.Location, which],
            TimeSpan.FromMinutes(3),
            environment: FewThreads
        );
        Assert.True(weighed.ExitCode == 0, weighed.ToString());
        return long.Parse(weighed.Output.Trim().Split('\n')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<int> Main(string[] args)
    {
        var bytes = args switch
        {
            [Grid] => await WeighGrid(),
            [Diary] => await WeighDiary(),
            _ => -1,
        };
        Console.WriteLine(bytes.ToString(CultureInfo.InvariantCulture));
        return bytes < 0 ? 2 : 0;
    }

    /// <summary>34 students × 40 lessons with a mark in every cell, each staff page in a circuit of its own.</summary>
    private static Task<long> WeighGrid() =>
        In(
            new FullPage(),
            async school =>
            {
                await school.Fill();
                using var weighing = new Weighing(school, "teacher", "journal/10", pages: 10);
                return await weighing.Weigh();
            }
        );

    private static Task<long> WeighDiary() =>
        In(
            new ApiSchool(),
            async school =>
            {
                using var weighing = new Weighing(school, "parent", "diary/21", pages: 40);
                return await weighing.Weigh();
            }
        );

    private static async Task<long> In<TSchool>(TSchool school, Func<TSchool, Task<long>> weigh)
        where TSchool : ApiSchool
    {
        IAsyncLifetime fixture = school;
        await fixture.InitializeAsync();
        try
        {
            return await weigh(school);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }
}
