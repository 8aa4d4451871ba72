using Microsoft.Playwright;

namespace Journal.Tests.Support;

/// <summary>Gets a browser that really starts: an installed one, Playwright's own download, or the distribution's package.</summary>
public sealed class BrowserSetUp(IPlaywright playwright)
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly List<string> _tried = [];

    public async Task<IBrowser> Launch() =>
        await Installed() ?? await Downloaded() ?? await Packaged() ?? throw new InvalidOperationException(Sentence(_tried));

    public static string Sentence(IEnumerable<string> tried) =>
        "The browser tests need Chromium, Chrome or Edge, and none could be started or installed. "
        + $"Install one, or name it in {BrowserCandidates.Variable}. Tried: {string.Join("; ", tried)}.";

    private async Task<IBrowser?> Installed()
    {
        var candidates = BrowserCandidates.On(BrowserCandidates.Here, Environment.GetEnvironmentVariable);
        var named = candidates.Count == 1;
        foreach (var candidate in candidates.Where(File.Exists))
        {
            if (await Start(candidate) is { } browser)
                return browser;
        }

        if (named)
            throw new InvalidOperationException(Sentence([$"{BrowserCandidates.Variable}={candidates[0]}", .. _tried]));
        _tried.Add("the usual places of this system");
        return null;
    }

    private async Task<IBrowser?> Downloaded()
    {
        // Where the download can't be reached, say so soon: five attempts of fifteen seconds, not of thirty.
        if (Environment.GetEnvironmentVariable("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT") is null)
            Environment.SetEnvironmentVariable("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "15000");
        try
        {
            var exitCode = await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"]))
                .WaitAsync(TimeSpan.FromMinutes(3));
            if (exitCode == 0)
                return await Start(null);
            _tried.Add($"Playwright's download (exit code {exitCode})");
        }
        catch (TimeoutException)
        {
            _tried.Add("Playwright's download (longer than three minutes)");
        }

        return null;
    }

    private async Task<IBrowser?> Packaged()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/apt-get") || !Environment.IsPrivilegedProcess)
        {
            _tried.Add("no apt-get to be used as root");
            return null;
        }

        var apt = await ChildProcess.Run(
            "/bin/sh",
            ["-c", "apt-get update -q && apt-get install -y -q --no-install-recommends chromium"],
            TimeSpan.FromMinutes(4),
            environment: new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" }
        );
        if (apt.ExitCode == 0)
            return await Start("/usr/bin/chromium");

        _tried.Add($"apt-get install chromium ({LastLine(apt.Errors)})");
        return null;
    }

    private async Task<IBrowser?> Start(string? path)
    {
        try
        {
            return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }
        catch (PlaywrightException e)
        {
            _tried.Add($"{path ?? "Playwright's own Chromium"} does not start ({e.Message.Split('\n')[0]})");
            return null;
        }
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];
}
