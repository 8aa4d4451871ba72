using System.Text.RegularExpressions;
using Journal.Tests.Support;
using Microsoft.AspNetCore.Routing;
using SchoolClient;

namespace Journal.Tests.Documents;

/// <summary>With nothing but docs/api.md a stranger writes a client: so what stands there is compiled, run and cut off in the middle.</summary>
public sealed partial class ApiDocumentTests
{
    private const int Marks = 30;
    private static readonly string Document = Repository.Read("docs/api.md").ReplaceLineEndings("\n");

    [Fact]
    public void The_program_in_the_document_is_the_one_that_is_tested() =>
        Assert.Contains($"```csharp\n{Repository.Read("Journal.Tests/Documents/SchoolClient.cs").ReplaceLineEndings("\n")}```\n", Document);

    [Fact]
    public async Task The_program_loses_and_doubles_nothing_though_the_server_is_killed_in_between()
    {
        using var data = new TempFolder();
        var settings = await School(data.Path);
        await using var server = await ServerProcess.Start(settings);
        var said = new Said();
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        var running = Client.Run(server.Address, ApiSchool.Password, Marks, said, stop.Token);
        await Task.WhenAny(said.Reached(Marks / 3), running);
        await server.Kill();
        await using var again = await ServerProcess.Start(settings with { Port = server.Address.Port });
        await running;

        var typed = said.Lines.Where(line => line.StartsWith("typed")).ToArray();
        Assert.Equal(Marks, typed.Length);
        Assert.All(typed, line => Assert.Matches("^typed [45]: (applied|replayed)$", line));
        Assert.Equal(
            typed.Select(line => line.Split(' ', ':')[1]),
            said.Lines.Where(line => line.StartsWith("heard")).Select(line => line.Split(' ')[1])
        );
    }

    [Fact]
    public async Task The_program_runs_on_the_demonstration_as_it_stands_there()
    {
        var clock = new Dictionary<string, string?> { ["Journal:Clock"] = "2026-11-20T07:00:00Z" };
        await using var server = await ServerProcess.Start(new ServerSettings { Demo = true, More = clock });
        var said = new Said();
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        await Client.Run(server.Address, "demo", 4, said, stop.Token);

        Assert.Equal(4, said.Lines.Count(line => line.StartsWith("typed")));
        Assert.Equal(4, said.Lines.Count(line => line.StartsWith("heard")));
    }

    [Fact]
    public async Task The_lines_for_the_shell_do_what_they_say()
    {
        var script = string.Join('\n', Shell().Matches(Document).Select(match => match.Groups["script"].Value));
        Assert.NotEmpty(script);
        // Where there is no shell the lines are still compared with the routes, below.
        if (!File.Exists("/bin/bash") || !File.Exists("/usr/bin/curl"))
            return;

        var school = new ApiSchool();
        await school.InitializeAsync();
        var ran = await ChildProcess.Run(
            "/bin/bash",
            ["-euo", "pipefail", "-c", script],
            TimeSpan.FromMinutes(1),
            environment: new Dictionary<string, string?>
            {
                ["SERVER"] = school.Address.ToString().TrimEnd('/'),
                ["PASSWORD"] = ApiSchool.Password,
            }
        );
        await ((IAsyncLifetime)school).DisposeAsync();

        Assert.True(ran.ExitCode == 0, ran.ToString());
        Assert.Contains("\"outcome\":\"applied\"", ran.Output);
        Assert.Contains("\"outcome\":\"replayed\"", ran.Output);
        Assert.Contains("\"changes\":[{", ran.Output);
    }

    [Fact]
    public async Task Every_address_in_the_document_exists_and_every_route_is_in_it()
    {
        var school = new ApiSchool();
        await school.InitializeAsync();
        var routes =
            from endpoint in school.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let path = Constraint().Replace($"/{endpoint.RoutePattern.RawText!.Trim('/')}", "")
            where path.StartsWith("/api/v1/")
            from verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{verb} {path}";
        var known = routes.Order().ToArray();
        await ((IAsyncLifetime)school).DisposeAsync();

        Assert.Equal(known, Row().Matches(Document).Select(match => $"{match.Groups["verb"]} /api/v1{match.Groups["path"]}").Order());
    }

    // The small school with its accounts, and the clock on a day of its lessons.
    /// <summary>The small school in a folder, for a server in a process of its own; its clock starts in a lesson.</summary>
    internal static async Task<ServerSettings> School(string folder)
    {
        var school = new ApiSchool { Data = folder };
        await school.InitializeAsync();
        await ((IAsyncLifetime)school).DisposeAsync();
        return new ServerSettings
        {
            Data = folder,
            Demo = false,
            More = new Dictionary<string, string?> { ["Journal:Clock"] = "2026-11-20T07:00:00Z" },
        };
    }

    [GeneratedRegex("^```bash\n(?<script>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shell();

    [GeneratedRegex(@"^\| `(?<verb>[A-Z]+) (?<path>/[^`?]*)(\?[^`]*)?` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@":\w+(?=\})", RegexOptions.None, 1000)]
    private static partial Regex Constraint();

    /// <summary>What the program prints, from whichever thread.</summary>
    private sealed class Said : StringWriter
    {
        private readonly Lock _lock = new();
        private readonly List<string> _lines = [];
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _wanted = int.MaxValue;

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lock)
                    return [.. _lines];
            }
        }

        public Task Reached(int lines)
        {
            lock (_lock)
                (_wanted, _) = (lines, Look(lines));
            return _reached.Task;
        }

        public override void WriteLine(string? value)
        {
            lock (_lock)
            {
                _lines.Add(value!);
                Look(_wanted);
            }
        }

        private bool Look(int wanted) => _lines.Count >= wanted && _reached.TrySetResult();
    }
}
