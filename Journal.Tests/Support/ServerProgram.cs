namespace Journal.Tests.Support;

/// <summary>What a test tells a server it starts. Anything left out is not said at all, so the program's own defaults hold.</summary>
public sealed record ServerSettings
{
    /// <summary>A folder kept by the test, to start another process on it; none: a new one that goes with the process.</summary>
    public string? Data { get; init; }

    public bool? Demo { get; init; }

    public string Environment { get; init; } = "Development";

    /// <summary>Zero: any free port of the loopback address.</summary>
    public int Port { get; init; }

    /// <summary>Further settings by their configuration name, such as <c>Journal:TimeZone</c>.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyDictionary<string, string?> Variables(string data)
    {
        var variables = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = Environment,
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}",
            ["Journal__Data"] = data,
        };
        if (Demo is { } demo)
            variables["Journal__Demo"] = demo ? "true" : "false";
        foreach (var (name, value) in More)
            variables[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return variables;
    }
}

/// <summary>The server as a program on disk: as built beside these tests, or published.</summary>
public sealed record ServerProgram(string Folder)
{
    // The test's own output folder holds a copy without settings and static files, so the web project's folder is taken.
    public static ServerProgram Built { get; } = new(BuiltFolder());

    public string Dll => Path.Combine(Folder, "Journal.Web.dll");

    /// <summary>One verb from start to end: <c>verify</c>, <c>backup</c>, <c>restore</c>.</summary>
    public async Task<Finished> Run(ServerSettings settings, params string[] verb)
    {
        using var foreign = new TempFolder();
        return await ChildProcess.Run(
            ChildProcess.Dotnet,
            [Dll, .. verb],
            TimeSpan.FromMinutes(2),
            foreign.Path,
            settings.Variables(settings.Data ?? foreign["data"])
        );
    }

    private static string BuiltFolder()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var folder = Path.Combine(Repository.Root, "Journal.Web", "bin", tests.Parent!.Name, tests.Name);
        return File.Exists(Path.Combine(folder, "Journal.Web.dll"))
            ? folder
            : throw new InvalidOperationException($"Build the solution first: {folder} holds no Journal.Web.dll.");
    }
}
