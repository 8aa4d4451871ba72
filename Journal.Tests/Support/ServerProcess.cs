using System.Text.RegularExpressions;

namespace Journal.Tests.Support;

/// <summary>The real server in a process of its own, started from a folder that is neither the repository nor the program's.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    // Generous: on a busy machine everything takes ten times as long, and that is no failure.
    public static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder;
    private readonly ChildProcess _process;

    private ServerProcess(ServerProgram program, ServerSettings settings)
    {
        _folder = new TempFolder();
        Data = settings.Data ?? _folder["data"];
        _process = ChildProcess.Start(ChildProcess.Dotnet, [program.Dll], _folder.Path, settings.Variables(Data));
    }

    /// <summary>Where it listens, as it printed it itself.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public string Data { get; }

    public int Id => _process.Id;

    public Transcript Output => _process.Output;

    public Transcript Errors => _process.Errors;

    public Task<int> Exit => _process.Exit;

    /// <summary>Returns when the server answers; if it never does, fails with everything it printed.</summary>
    public static async Task<ServerProcess> Start(ServerSettings settings, ServerProgram? program = null)
    {
        var server = new ServerProcess(program ?? ServerProgram.Built, settings);
        try
        {
            using var deadline = new CancellationTokenSource(StartDeadline);
            var line = await server.Output.Line(LoopbackAddress().IsMatch).WaitAsync(deadline.Token);
            server.Address = new Uri(LoopbackAddress().Match(line).Value);
            await server.Answers(deadline.Token);
            return server;
        }
        catch (Exception e)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not start: {e.Message}\n{server.Output}\n{server.Errors}", e);
        }
    }

    public HttpClient Client() => new() { BaseAddress = Address };

    /// <summary>SIGKILL: nothing is flushed, nothing is said. Returns when the process is gone.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.Ended(StopDeadline);
    }

    /// <summary>SIGTERM, then the exit code.</summary>
    public async Task<int> Stop()
    {
        await _process.Terminate();
        return await _process.Ended(StopDeadline);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task Answers(CancellationToken ct)
    {
        using var client = Client();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await IsHealthy(client, ct))
            await tick.WaitForNextTickAsync(ct);
    }

    private static async Task<bool> IsHealthy(HttpClient client, CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetAsync("/health", ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*", RegexOptions.None, 1000)]
    private static partial Regex LoopbackAddress();
}
