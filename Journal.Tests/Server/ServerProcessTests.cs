using System.Net;
using System.Text.Json;
using Journal.Tests.Support;

namespace Journal.Tests.Server;

public sealed class ServerProcessTests(ServerProcessTests.First one) : IClassFixture<ServerProcessTests.First>
{
    private static readonly ServerSettings Plain = new() { Demo = false };

    [Fact]
    public async Task A_started_server_answers_at_the_address_it_printed()
    {
        using var client = one.Server.Client();

        using var answer = await client.GetAsync("/health");
        using var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.NotEqual(0, one.Server.Address.Port);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["status", "version", "seq"], health.RootElement.EnumerateObject().Select(one => one.Name));
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
    public async Task A_second_process_on_the_same_data_folder_is_refused_with_a_sentence()
    {
        var first = one.Server;

        var second = await ServerProgram.Built.Run(Plain with { Data = first.Data });

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("is already used by another process", second.Errors);
        Assert.Contains(first.Data, second.Errors);
        Assert.DoesNotContain("   at ", second.ToString());
        Assert.False(first.Exit.IsCompleted);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_a_sentence_and_nothing_else_is_printed()
    {
        var first = one.Server;

        var second = await ServerProgram.Built.Run(Plain with { Port = first.Address.Port });

        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"The address http://127.0.0.1:{first.Address.Port} is used", second.Errors);
        Assert.DoesNotContain("   at ", second.ToString());
        Assert.DoesNotContain("ERR]", second.ToString());
        Assert.DoesNotContain("FTL]", second.ToString());
    }

    [Theory]
    [InlineData("Journal:Demo", "maybe")]
    [InlineData("Journal:Proxies:0", "proxy.local")]
    public async Task A_setting_that_cannot_be_read_is_named_in_a_sentence(string name, string value)
    {
        var more = new Dictionary<string, string?> { [name] = value };

        var answer = await ServerProgram.Built.Run(Plain with { Demo = null, More = more });

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("A setting is not understood", answer.Errors);
        Assert.DoesNotContain("   at ", answer.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("verify")]
    public async Task A_file_that_is_no_database_is_told_in_a_sentence(string verb)
    {
        using var data = new TempFolder();
        await File.WriteAllTextAsync(data["journal.db"], new string('x', 10_000));

        var answer = await ServerProgram.Built.Run(Plain with { Data = data.Path }, verb.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("file is not a database", answer.Errors);
        Assert.DoesNotContain("   at ", answer.ToString());
    }

    [Fact]
    public async Task A_killed_server_leaves_its_data_folder_to_the_next_one()
    {
        using var data = new TempFolder();
        await using var first = await ServerProcess.Start(Plain with { Data = data.Path });
        await first.Kill();

        await using var next = await ServerProcess.Start(Plain with { Data = data.Path, Port = first.Address.Port });

        Assert.Equal(first.Address, next.Address);
    }

    [Fact]
    public async Task A_word_the_program_does_not_know_is_answered_with_what_it_knows()
    {
        var answer = await ServerProgram.Built.Run(Plain, "verfy");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("verify", answer.Errors);
    }

    [Fact]
    public async Task A_server_that_cannot_start_fails_with_what_it_printed()
    {
        var nowhere = new ServerProgram(Path.Combine(Path.GetTempPath(), "journal-that-is-not-there"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.Start(Plain, nowhere));

        Assert.Contains("journal-that-is-not-there", failure.Message);
    }

    /// <summary>One that goes on running.</summary>
    public sealed class First : IAsyncLifetime
    {
        public ServerProcess Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await ServerProcess.Start(Plain);

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }
}
