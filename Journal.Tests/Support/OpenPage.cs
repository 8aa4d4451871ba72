namespace Journal.Tests.Support;

/// <summary>What one open page weighs on the server's heap, in bytes.</summary>
internal static class OpenPage
{
    public const string Grid = "grid";
    public const string Diary = "diary";

    public static Task<long> Weigh(string which) =>
        which == Grid ? Weigh(which, "teacher", "journal/10", pages: 10) : Weigh(which, "parent", "diary/21", pages: 40);

    private static async Task<long> Weigh(string which, string login, string path, int pages)
    {
        await using var weighing = new Weighing(which, login, path, pages);
        return await weighing.Weigh();
    }

    private static Task<int> Main(string[] args) =>
        args switch
        {
            [Grid, var login] => WeighedServer.Run(new FullPage(), school => school.Fill(), login),
            [Diary, var login] => WeighedServer.Run(new ApiSchool(), _ => Task.CompletedTask, login),
            _ => Task.FromResult(2),
        };
}
