using System.Globalization;
using Journal.Tests.Support;
using Xunit.Abstractions;

namespace Journal.Tests.Crash;

/// <summary>
/// The real server is killed while a teacher's marks are in flight, started again, and everything is sent again. Five rounds; any number with
/// JOURNAL_CRASH_ROUNDS=50 dotnet test --filter Crash.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int InFlight = 24;

    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("JOURNAL_CRASH_ROUNDS") ?? "5",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task A_killed_server_has_every_mark_it_acknowledged_exactly_once()
    {
        using var folder = new TempFolder();
        var total = new CrashTally();
        for (var round = 1; round <= Rounds; round++)
            total += await Round(folder["data"], new Random(round));

        output.WriteLine($"{Rounds} rounds: acknowledged {total.Acknowledged}, lost in flight {total.Lost}, replayed {total.Replayed}");
        var verified = await ServerProgram.Built.Run(Settings(folder["data"]), "verify");

        Assert.True(verified.ExitCode == 0, verified.Output.ToString());
        Assert.True(total.Acknowledged >= Rounds, "No mark was acknowledged before the server was killed: nothing was tried.");
    }

    private static async Task<CrashTally> Round(string data, Random random)
    {
        var typist = new Typist(random);
        await using (var server = await ServerProcess.Start(Settings(data)))
        {
            await typist.Open(server.Address);
            var enough = typist.Acknowledges(random.Next(1, 60));
            var typing = typist.Type(InFlight);
            await enough;
            await server.Kill();
            await typing;
        }

        await using var again = await ServerProcess.Start(Settings(data));
        await typist.Reconnect(again.Address);
        var tally = await typist.SendAllAgain();
        await typist.AssertEachIsThereOnce();
        await again.Stop();
        return tally;
    }

    // In the middle of a school week, so that there are lessons whose window is open.
    private static ServerSettings Settings(string data) =>
        new()
        {
            Demo = true,
            Data = data,
            Port = 0,
            More = new Dictionary<string, string?> { ["Journal:Clock"] = "2026-11-20T12:00:00+03:00" },
        };
}

/// <summary>What became of the edits of some rounds.</summary>
internal readonly record struct CrashTally(int Acknowledged, int Lost, int Replayed)
{
    public static CrashTally operator +(CrashTally left, CrashTally right) =>
        new(left.Acknowledged + right.Acknowledged, left.Lost + right.Lost, left.Replayed + right.Replayed);
}
