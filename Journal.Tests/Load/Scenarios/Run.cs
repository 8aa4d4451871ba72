using System.Diagnostics;
using Journal.Load.Figures;
using Journal.Load.People;
using Journal.Load.Raw;
using Journal.Load.Server;

namespace Journal.Load.Scenarios;

/// <summary>One run against one server: the people, the baseline, and what is found.</summary>
internal sealed class Run : IAsyncDisposable
{
    private readonly LoadFolder? _folder;
    private readonly SocketsHttpHandler _handler;
    private readonly CancellationTokenSource _over = new(TimeSpan.FromMinutes(60));

    private Run(LoadOptions options, LoadFolder? folder, LoadServer server, RawBaseline? raw, Report report)
    {
        (Options, _folder, Server, Raw, Report) = (options, folder, server, raw, report);
        _handler = new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 2000,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(30),
        };
        Http = new HttpClient(_handler, disposeHandler: false);
        Watch = new ServerWatch(server, Http);
        School = new School(!options.IsSmall);
    }

    public LoadOptions Options { get; }

    public LoadServer Server { get; }

    public ServerWatch Watch { get; }

    public School School { get; }

    /// <summary>Null when the server is somebody else's: its disk is not ours to measure.</summary>
    public RawBaseline? Raw { get; }

    /// <summary>Milliseconds of a bare request, one at a time; none of somebody else's server.</summary>
    public double? Request { get; private set; }

    /// <summary>What an edit takes at least: a bare request and a durable commit of its rows.</summary>
    public double? Edit => Raw is { } raw ? Request + raw.Commits.At(0.5) : null;

    public Report Report { get; }

    public HttpClient Http { get; }

    public Random Random { get; } = new(20270519);

    public CancellationToken Over => _over.Token;

    public static async Task<Run> Begin(LoadOptions options, string arrives)
    {
        var report = new Report(options.IsShort ? $"{options.Scenario} (short)" : options.Scenario, arrives);
        if (options.Url is { } url)
            return new Run(options, null, LoadServer.Foreign(url), null, report);

        var folder = await LoadFolder.Prepare(options.Kept, !options.IsSmall, options.Program);
        var raw = await RawBaseline.Measure(folder.Database, new School(!options.IsSmall).Lessons[0].Page);
        var server = await LoadServer.Start(folder.Path, !options.IsSmall, options.Program);
        var run = new Run(options, folder, server, raw, report);
        report.Add("raw: durable commits of an edit's two rows", raw.CommitsPerSecond, "/s");
        report.Add("raw: such a commit, p50", raw.Commits.At(0.5), "ms");
        report.Add("raw: such a commit, p99", raw.Commits.At(0.99), "ms");
        report.Add("raw: such a commit, max", raw.Commits.Max, "ms");
        report.Add("raw: edits sixteen a commit", raw.GroupPerSecond, "/s");
        report.Add("raw: rows of a full page", raw.Page, "ms");
        report.Add("raw: 1,500 bare channels, the last one", raw.FanOut, "ms");
        report.Add("raw: a password's hash", raw.Password, "ms");
        var request = await run.BareRequest();
        run.Request = request;
        report.Add("raw: a bare request (/health), p50", request, "ms");
        return run;
    }

    /// <summary>Signs in as these at once, so many beside each other.</summary>
    public async Task<IReadOnlyList<Browser>> SignIn(IReadOnlyList<string> logins)
    {
        var (door, form) = await Browser.AtTheDoor(Server.Address, Http, Over);
        var browsers = new Browser[logins.Count];
        await Parallel.ForAsync(0, logins.Count, At(8), async (i, ct) => browsers[i] = await door.As(logins[i], form, ct));
        return browsers;
    }

    public ParallelOptions At(int beside) => new() { MaxDegreeOfParallelism = beside, CancellationToken = Over };

    /// <summary>Does it and tells what it cost both sides.</summary>
    public async Task<Cost> Costs(Func<Task> what)
    {
        var (server, client, begun) = (Server.ProcessId is null ? TimeSpan.Zero : Watch.ProcessorTime(), Mine(), Stopwatch.GetTimestamp());
        var pauses = (await Watch.Now(Over)).Sum("dotnet_gc_pause_time_seconds_total");
        await what();
        var took = Stopwatch.GetElapsedTime(begun);
        return new(
            took,
            (Server.ProcessId is null ? TimeSpan.Zero : Watch.ProcessorTime()) - server,
            Mine() - client,
            (await Watch.Now(Over)).Sum("dotnet_gc_pause_time_seconds_total") - pauses
        );
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _handler.Dispose();
        await Server.DisposeAsync();
        _folder?.Dispose();
        _over.Dispose();
    }

    private async Task<double> BareRequest()
    {
        var times = new Latencies();
        for (var i = 0; i < 300; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await Http.GetAsync(new Uri(Server.Address, "/health"), Over);
            if (i >= 100)
                times.Add(begun, Stopwatch.GetTimestamp());
        }

        return times.At(0.5);
    }

    private static TimeSpan Mine() => Process.GetCurrentProcess().TotalProcessorTime;
}

/// <summary>What something took: time, processor time of either side, seconds of the server's pauses for its heap.</summary>
internal sealed record Cost(TimeSpan Took, TimeSpan Server, TimeSpan Client, double Pauses)
{
    /// <param name="edits">How many of them there were; 0 when it was not about edits.</param>
    /// <param name="raw">Milliseconds of a bare one.</param>
    public void AddTo(Report report, string name, int edits = 0, double? raw = null)
    {
        var cores = Environment.ProcessorCount;
        report.Add($"{name}: server's share of {cores} cores", Server / Took / cores * 100, "%");
        report.Add($"{name}: client's share of {cores} cores", Client / Took / cores * 100, "%");
        report.Add($"{name}: server's pauses for its heap", Pauses / Took.TotalSeconds * 100, "%");
        if (edits > 0)
            report.Add($"{name}: server's processor time an edit", Server.TotalMilliseconds / edits, "ms", raw);
    }
}
