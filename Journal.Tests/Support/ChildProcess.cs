using System.Diagnostics;

namespace Journal.Tests.Support;

/// <summary>How a program ended.</summary>
public sealed record Finished(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Errors}";
}

/// <summary>A program started by a test: input closed unless it listens, output kept, ended by its own id and never by name.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process, bool listens)
    {
        _process = process;
        _process.OutputDataReceived += (_, e) => Take(Output, e.Data);
        _process.ErrorDataReceived += (_, e) => Take(Errors, e.Data);
        _process.Start();
        if (!listens)
            Hush();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exit = WaitForExit();
    }

    public int Id => _process.Id;

    public Transcript Output { get; } = new();

    public Transcript Errors { get; } = new();

    /// <summary>The exit code, once the program has ended and everything it printed is here.</summary>
    public Task<int> Exit { get; }

    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static ChildProcess Start(
        string file,
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        bool listens = false
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder ?? Repository.Root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(BelongsToTheTestRun).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return new ChildProcess(new Process { StartInfo = start }, listens);
    }

    public static async Task<Finished> Run(
        string file,
        IEnumerable<string> arguments,
        TimeSpan deadline,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        await using var process = Start(file, arguments, folder, environment);
        var exitCode = await process.Ended(deadline);
        return new Finished(exitCode, process.Output.ToString(), process.Errors.ToString());
    }

    /// <summary>A line for a program that listens.</summary>
    public Task Say(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Nothing more will be said to it.</summary>
    public void Hush() => _process.StandardInput.Close();

    public async Task<int> Ended(TimeSpan deadline)
    {
        try
        {
            return await Exit.WaitAsync(deadline);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"'{_process.StartInfo.FileName}' did not end within {deadline}.\n{Output}\n{Errors}", e);
        }
    }

    /// <summary>SIGKILL of this one process, as if the power went.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: false);
    }

    /// <summary>SIGTERM, as a service manager asks a server to stop. Windows has no such signal: there it is a kill.</summary>
    public async Task Terminate()
    {
        if (OperatingSystem.IsWindows())
            Kill();
        else
            await Run("/bin/sh", ["-c", $"kill -TERM {Id}"], TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exit;
        _process.Dispose();
    }

    // What the test runner set for itself would change how a server or a build started from here behaves.
    private static bool BelongsToTheTestRun(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Journal__", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase);

    private static void Take(Transcript transcript, string? line)
    {
        if (line is not null)
            transcript.Add(line);
    }

    private async Task<int> WaitForExit()
    {
        await _process.WaitForExitAsync();
        Output.Close();
        Errors.Close();
        return _process.ExitCode;
    }
}
