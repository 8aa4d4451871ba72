using System.Text;
using System.Text.RegularExpressions;
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
        using var client = published.Running.Client();

        using var answer = await client.GetAsync("/health");

        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_settings_beside_the_program_are_read_from_any_folder()
    {
        var file = Path.Combine(published.Program.Folder, "appsettings.json");
        var shipped = await File.ReadAllTextAsync(file);
        try
        {
            await File.WriteAllTextAsync(file, shipped.Replace("Europe/Moscow", "Nowhere/AtAll"));

            var answer = await published.Program.Run(Production);

            Assert.Equal(1, answer.ExitCode);
            Assert.Contains("Nowhere/AtAll", answer.Errors);
        }
        finally
        {
            await File.WriteAllTextAsync(file, shipped);
        }
    }

    [Fact]
    public async Task Production_without_settings_begins_empty_and_prints_a_set_up_code()
    {
        var line = await published.Running.Output.Line(line => line.Contains("/setup")).WaitAsync(ServerProcess.StartDeadline);

        Assert.Matches("[A-Z2-9]{4}(-[A-Z2-9]{4}){3}", line);
        Assert.DoesNotContain("class-teacher", published.Running.Output.ToString());
    }

    [Fact]
    public async Task The_set_up_code_is_never_written_to_a_file()
    {
        await using var server = await ServerProcess.Start(Production, published.Program);
        var line = await server.Output.Line(line => line.Contains("/setup")).WaitAsync(ServerProcess.StartDeadline);
        var code = line.Split(' ')[^1];
        await server.Stop();

        Assert.All(
            Directory.EnumerateFiles(server.Data, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(code, Latin1(file))
        );
    }

    [Fact]
    public async Task A_published_page_brings_its_style_sheets()
    {
        using var client = published.Running.Client();

        var page = await client.GetStringAsync("/sign-in");
        var sheets = Regex.Matches(page, "href=\"([^\"]+\\.css)\"").Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(sheets);
        foreach (var sheet in sheets)
            Assert.NotEmpty(await client.GetStringAsync(sheet));
    }

    private static string Latin1(string file) => Encoding.Latin1.GetString(File.ReadAllBytes(file));
}
