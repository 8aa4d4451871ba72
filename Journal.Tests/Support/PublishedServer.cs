namespace Journal.Tests.Support;

/// <summary>The program as a school gets it: published once per test run into a folder far from the repository.</summary>
public sealed class PublishedServer : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    public ServerProgram Program => new(_folder.Path);

    public async Task InitializeAsync()
    {
        // Restore would touch what the build of the tests has written; a build server would keep our pipe open.
        var publish = await ChildProcess.Run(
            ChildProcess.Dotnet,
            ["publish", "Journal.Web", "-c", "Release", "--no-restore", "--nologo", "-v", "quiet", "-nodeReuse:false", "-o", _folder.Path],
            TimeSpan.FromMinutes(4),
            environment: new Dictionary<string, string?> { ["UseSharedCompilation"] = "false" }
        );
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"dotnet publish failed: {publish}");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}

[CollectionDefinition(Name)]
public sealed class PublishedServerCollection : ICollectionFixture<PublishedServer>
{
    public const string Name = "The published server";
}
