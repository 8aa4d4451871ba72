using Journal.Tests.Support;

namespace Journal.Tests.Server;

[Collection(PublishedServerCollection.Name)]
public class PublishedServerTests(PublishedServer published)
{
    private static readonly ServerSettings Production = new() { Environment = "Production" };

    [Fact]
    public void The_settings_travel_with_the_program() =>
        Assert.Equal(Repository.Read("appsettings.json"), File.ReadAllText(Path.Combine(published.Program.Folder, "appsettings.json")));

    [Fact]
    public async Task A_published_server_starts_from_any_folder()
    {
        await using var server = await ServerProcess.Start(Production, published.Program);
        using var client = server.Client();

        using var answer = await client.GetAsync("/health");

        Assert.True((int)answer.StatusCode < 500);
    }
}
