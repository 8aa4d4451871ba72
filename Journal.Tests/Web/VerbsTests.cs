using Journal.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace Journal.Tests.Web;

public sealed class VerbsTests
{
    private readonly List<string> _done = [];
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Theory]
    [InlineData("", 0, "web")]
    [InlineData("--urls http://x", 0, "web --urls http://x")]
    [InlineData("verify", 0, "verify")]
    [InlineData("verify --Journal:Data d", 0, "verify --Journal:Data d")]
    [InlineData("--Journal:Data=d backup to", 0, "backup to --Journal:Data=d")]
    [InlineData("demo large", 0, "demo large")]
    [InlineData("backup", 2, "")]
    [InlineData("backup one two", 2, "")]
    [InlineData("demo", 2, "")]
    [InlineData("dance", 2, "")]
    [InlineData("--help", 0, "")]
    public async Task A_word_does_one_thing_and_an_unknown_one_explains(string line, int code, string done)
    {
        Assert.Equal(code, await Run(line));

        Assert.Equal(done, string.Join(";", _done));
        Assert.Equal(code == Verbs.Misunderstood, _errors.ToString().Contains("verify"));
        Assert.Equal(line == "--help", _output.ToString().Contains("verify"));
    }

    [Fact]
    public async Task A_reason_not_to_start_is_a_sentence_in_both_languages_and_nothing_else()
    {
        var code = await Run("fail");

        Assert.Equal(Verbs.Refused, code);
        var lines = _errors.ToString().Trim().Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.Contains("Europe/Nowhere", lines[0]);
        Assert.Contains("Europe/Nowhere", lines[1]);
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("half-key")]
    public async Task A_damaged_file_is_the_technicians_news_and_not_a_stack_of_ours(string what)
    {
        Assert.Equal(Verbs.Refused, await Run(what));

        var lines = _errors.ToString().Trim().Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.Contains("restore", lines[1]);
    }

    [Fact]
    public async Task A_mistake_of_ours_in_a_statement_is_not_called_a_damaged_file() =>
        await Assert.ThrowsAsync<SqliteException>(() => Run("mistake"));

    private Task<int> Run(string line)
    {
        Verb[] verbs =
        [
            new("verify", [], (rest, settings) => Done(["verify", .. rest, .. settings])),
            new("backup", ["folder"], (rest, settings) => Done(["backup", .. rest, .. settings])),
            new("demo large", [], (rest, settings) => Done(["demo large", .. rest, .. settings])),
            new("fail", [], (_, _) => Fail()),
            new("damaged", [], (_, _) => throw new SqliteException("file is not a database", 26)),
            new("mistake", [], (_, _) => throw new SqliteException("no such table", 1)),
            new("half-key", [], (_, _) => throw new InvalidDataException("checkpoints.pem")),
        ];

        return Verbs.Run(
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            verbs,
            settings => Done(["web", .. settings]),
            _output,
            _errors
        );
    }

    private Task<int> Done(string[] words)
    {
        _done.Add(string.Join(' ', words));
        return Task.FromResult(0);
    }

    private static Task<int> Fail()
    {
        new JournalOptions { TimeZone = "Europe/Nowhere" }.Zone();
        return Task.FromResult(0);
    }
}
