using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Journal.Load.Server;

/// <summary>The real server in a process of its own, on a copy of a demonstration; or somebody else's, which is only asked.</summary>
internal sealed partial class LoadServer : IAsyncDisposable
{
    public const string MetricsKey = "the-key-of-a-load-run";

    /// <summary>A Wednesday in the third lesson.</summary>
    /// <summary>By the demonstration's bells, at the clock's time.</summary>
    public const int RunningLesson = 3;

    public static readonly DateTimeOffset Clock = new(2027, 5, 19, 10, 24, 0, TimeSpan.FromHours(3));

    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(6);

    private readonly string? _folder;
    private readonly bool _isLarge;
    private readonly string? _program;
    private Process? _process;

    private LoadServer(string? folder, bool isLarge, string? program)
    {
        (_folder, _isLarge, _program) = (folder, isLarge, program);
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Null when the server is not ours.</summary>
    public int? ProcessId => _process?.Id;

    public static LoadServer Foreign(Uri address)
    {
        if (!address.IsLoopback)
            throw new ArgumentException("Only a server on this machine is put under load.", nameof(address));

        return new LoadServer(null, isLarge: true, null) { Address = address };
    }

    /// <summary>Begins on a folder with a school, or on an empty one, which takes as long as it takes to fill it.</summary>
    /// <param name="program">A published one; null for the one built beside this program.</param>
    public static async Task<LoadServer> Start(string folder, bool isLarge, string? program)
    {
        var server = new LoadServer(folder, isLarge, program);
        await server.Begin(port: 0);
        return server;
    }

    /// <summary>As if the power went: nothing is flushed, nothing is said.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Again on the same folder and the same port. Returns when it answers.</summary>
    public Task Restart() => Begin(Address.Port);

    /// <summary>SIGTERM: it closes its books.</summary>
    public async Task Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        if (_process is null)
            return;

        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    // Whoever ends this program ends what it started.
    private void End(object? sender, EventArgs e)
    {
        if (_process is { HasExited: false })
            _process.Kill();
    }

    private async Task Begin(int port)
    {
        _process?.Dispose();
        var start = new ProcessStartInfo("dotnet", [_program ?? Program()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = _folder,
        };
        foreach (var (name, value) in Settings(port))
            start.Environment[name] = value;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is { } line && LoopbackAddress().Match(line) is { Success: true } found)
                listening.TrySetResult(new Uri(found.Value));
        };
        _process.ErrorDataReceived += (_, e) => Console.Error.Write(e.Data is null ? "" : $"server: {e.Data}\n");
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The server did not start."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await listening.Task.WaitAsync(StartDeadline);
        using var http = new HttpClient();
        while (!await Answers(http))
            await Wait.For(TimeSpan.FromMilliseconds(50), CancellationToken.None);
    }

    private Dictionary<string, string> Settings(int port) =>
        new()
        {
            // The only environment in which a clock may be set.
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            ["Journal__Data"] = _folder!,
            ["Journal__Demo"] = "true",
            ["Journal__DemoSize"] = _isLarge ? "Large" : "Small",
            ["Journal__Clock"] = Clock.ToString("O", CultureInfo.InvariantCulture),
            ["Journal__MetricsKey"] = MetricsKey,
        };

    private async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/health"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Built beside this program, in the same configuration.
    private static string Program()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        for (var root = here; root is not null; root = root.Parent)
        {
            var program = Path.Combine(root.FullName, "Journal.Web", "bin", here.Parent!.Name, here.Name, "Journal.Web.dll");
            if (File.Exists(program))
                return program;
        }

        throw new InvalidOperationException("Build the solution first: there is no Journal.Web.dll.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*", RegexOptions.None, 1000)]
    private static partial Regex LoopbackAddress();
}
