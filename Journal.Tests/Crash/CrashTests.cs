using System.Globalization;
using Journal.Tests.Support;
using Xunit.Abstractions;

namespace Journal.Tests.Crash;

/// <summary>
/// The real server is killed while a teacher's marks are in flight, started again, and everything is sent again. Three rounds; any number with
/// JOURNAL_CRASH_ROUNDS=50 dotnet test --filter Crash.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int InFlight = 24;

    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("JOURNAL_CRASH_ROUNDS") ?? "3",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task A_killed_server_has_every_mark_it_acknowledged_exactly_once()
    {
        using var folder = new TempFolder();
        var total = new CrashTally();
        var server = await ServerProcess.Start(Settings(folder["data"]));
        try
        {
            for (var round = 1; round <= Rounds; round++)
            {
                var random = new Random(round);
                var typist = new Typist(random);
                await KillWhileTyping(server, typist, random);
                await server.DisposeAsync();
                server = await ServerProcess.Start(Settings(folder["data"]));
                await typist.Reconnect(server.Address);
                total += await typist.SendAllAgain();
                await typist.AssertEachIsThereOnce();
            }

            await server.Stop();
        }
        finally
        {
            await server.DisposeAsync();
        }

        output.WriteLine($"{Rounds} rounds: acknowledged {total.Acknowledged}, lost in flight {total.Lost}, replayed {total.Replayed}");
        var verified = await ServerProgram.Built.Run(Settings(folder["data"]), "verify");

        Assert.True(verified.ExitCode == 0, verified.Output.ToString());
        Assert.True(total.Acknowledged >= Rounds, "No mark was acknowledged before the server was killed: nothing was tried.");
    }

    private static async Task KillWhileTyping(ServerProcess server, Typist typist, Random random)
    {
        await typist.Open(server.Address);
        var enough = typist.Acknowledges(random.Next(1, 60));
        var typing = typist.Type(InFlight);
        await enough;
        await server.Kill();
        await typing;
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
