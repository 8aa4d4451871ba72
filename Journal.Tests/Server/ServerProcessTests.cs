using Journal.Tests.Support;

namespace Journal.Tests.Server;

public class ServerProcessTests
{
    private static readonly ServerSettings Plain = new() { Demo = false };

    [Fact]
    public async Task A_started_server_answers_at_the_address_it_printed()
    {
        await using var server = await ServerProcess.Start(Plain);
        using var client = server.Client();

        using var answer = await client.GetAsync("/health");

        Assert.NotEqual(0, server.Address.Port);
        Assert.True((int)answer.StatusCode < 500);
    }

    [Fact]
    public async Task A_stopped_server_ends_by_itself_with_exit_code_zero()
    {
        await using var server = await ServerProcess.Start(Plain);

        var exitCode = await server.Stop();

        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task A_killed_server_is_gone_when_the_kill_returns()
    {
        await using var server = await ServerProcess.Start(Plain);
        using var client = server.Client();

        await server.Kill();

        Assert.NotEqual(0, await server.Exit);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/health"));
    }

    [Fact]
    public async Task A_server_that_cannot_start_fails_with_what_it_printed()
    {
        var nowhere = new ServerProgram(Path.Combine(Path.GetTempPath(), "journal-that-is-not-there"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.Start(Plain, nowhere));

        Assert.Contains("journal-that-is-not-there", failure.Message);
    }
}
