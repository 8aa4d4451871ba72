namespace Journal.Tests.Support;

/// <summary>The program as a school gets it: published once per test run into a folder far from the repository.</summary>
public sealed class PublishedServer : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    public ServerProgram Program => new(_folder.Path);

    /// <summary>One that runs in production without any settings, for those who only look.</summary>
    public ServerProcess Running { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // Restore would touch what the build of the tests has written; a build server would keep our pipe open; the build has been analysed.
        var publish = await ChildProcess.Run(
            ChildProcess.Dotnet,
            [
                "publish",
                "Journal.Web",
                "-c",
                "Release",
                "--no-restore",
                "--nologo",
                "-v",
                "quiet",
                "-nodeReuse:false",
                "-p:RunAnalyzers=false",
                "-o",
                _folder.Path,
            ],
            TimeSpan.FromMinutes(4),
            environment: new Dictionary<string, string?> { ["UseSharedCompilation"] = "false" }
        );
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"dotnet publish failed: {publish}");
        Running = await ServerProcess.Start(new() { Environment = "Production" }, Program);
    }

    public async Task DisposeAsync()
    {
        if (Running is not null)
            await Running.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();
}

[CollectionDefinition(Name)]
public sealed class PublishedServerCollection : ICollectionFixture<PublishedServer>
{
    public const string Name = "The published server";
}
