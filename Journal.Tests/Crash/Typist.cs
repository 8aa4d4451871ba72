using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Journal.Tests.Crash;

/// <summary>Types marks as the demo's teacher through the API, many at once, and remembers what was asked and what was answered.</summary>
internal sealed class Typist(Random random)
{
    private readonly ConcurrentQueue<Edit> _waiting = new();
    private readonly ConcurrentDictionary<Guid, Edit> _sent = new();
    private readonly ConcurrentDictionary<Guid, long> _acknowledged = new();
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HttpClient _http = new();
    private string _token = "";
    private int _course;
    private long _before;
    private int _wanted = int.MaxValue;

    public async Task Open(Uri address)
    {
        _http = new HttpClient { BaseAddress = address };
        using var answer = await _http.PostAsJsonAsync("/api/v1/sign-in", new { login = "teacher", password = "demo" });
        _token = (await Json(answer)).GetProperty("token").GetString()!;
        await Reconnect(address);
        var me = await Get("/api/v1/me");
        foreach (var course in me.GetProperty("courses").EnumerateArray())
        {
            _course = course.GetProperty("id").GetInt32();
            Collect(await Get($"/api/v1/courses/{_course}/page"));
            if (_waiting.Count > 100)
                return;
        }

        throw new InvalidOperationException("The teacher has no page with enough open cells.");
    }

    public Task Reconnect(Uri address)
    {
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return Task.CompletedTask;
    }

    /// <summary>Ends when so many edits have been acknowledged.</summary>
    public Task Acknowledges(int wanted)
    {
        _wanted = wanted;
        return _enough.Task;
    }

    /// <summary>So many edits in flight at any time, until the server is gone or every cell is typed.</summary>
    public Task Type(int inFlight) => Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(TypeOn)));

    public async Task<CrashTally> SendAllAgain()
    {
        var replayed = 0;
        foreach (var edit in _sent.Values.OrderBy(edit => edit.CommandId))
        {
            var result = await Send(edit);
            var outcome = result.GetProperty("outcome").GetString();
            if (outcome == "replayed")
                replayed++;
            if (_acknowledged.TryGetValue(edit.CommandId, out var seq))
                Assert.Equal(("replayed", seq), (outcome, result.GetProperty("seq").GetInt64()));
            else
                Assert.Contains(outcome, new[] { "applied", "replayed" });
        }

        return new CrashTally(_acknowledged.Count, _sent.Count - replayed, replayed);
    }

    /// <summary>The log holds every edit of this round once, the page holds its value, and nothing else was written.</summary>
    public async Task AssertEachIsThereOnce()
    {
        var log = await Log();
        Assert.Equal(_sent.Count, log.Count);
        foreach (var edit in _sent.Values)
        {
            var change = Assert.Single(
                log,
                one => one.GetProperty("work").GetInt32() == edit.Work && one.GetProperty("student").GetInt32() == edit.Student
            );
            Assert.Equal(edit.Value, change.GetProperty("value").GetString());
            if (_acknowledged.TryGetValue(edit.CommandId, out var seq))
                Assert.Equal(seq, change.GetProperty("seq").GetInt64());
        }

        var page = await Get($"/api/v1/courses/{_course}/page");
        var cells = page.GetProperty("marks")
            .EnumerateArray()
            .ToDictionary(mark => (mark.GetProperty("work").GetInt32(), mark.GetProperty("student").GetInt32()));
        Assert.All(_sent.Values, edit => Assert.Equal(edit.Value, cells[(edit.Work, edit.Student)].GetProperty("value").GetString()));
    }

    private async Task<List<JsonElement>> Log()
    {
        var all = new List<JsonElement>();
        for (var after = _before; ; )
        {
            var some = await Get($"/api/v1/changes?audience=course/{_course}&after={after}");
            all.AddRange(some.GetProperty("changes").EnumerateArray());
            after = some.GetProperty("next").GetInt64();
            if (!some.GetProperty("more").GetBoolean())
                return all;
        }
    }

    private void Collect(JsonElement page)
    {
        _waiting.Clear();
        _before = page.GetProperty("seq").GetInt64();
        var dates = page.GetProperty("lessons")
            .EnumerateArray()
            .ToDictionary(lesson => lesson.GetProperty("id").GetInt32(), lesson => lesson.GetProperty("date").GetString()!);
        var cells = page.GetProperty("marks")
            .EnumerateArray()
            .ToDictionary(mark => (mark.GetProperty("work").GetInt32(), mark.GetProperty("student").GetInt32()));
        foreach (var work in page.GetProperty("works").EnumerateArray())
        {
            if (!IsOpen(dates[work.GetProperty("lesson").GetInt32()]))
                continue;

            foreach (var student in page.GetProperty("students").EnumerateArray().Where(IsThroughout))
                _waiting.Enqueue(NewEdit(work.GetProperty("id").GetInt32(), student.GetProperty("id").GetInt32(), cells));
        }
    }

    // The two weeks before the clock's Friday.
    private static bool IsOpen(string date) =>
        string.CompareOrdinal(date, "2026-11-06") >= 0 && string.CompareOrdinal(date, "2026-11-20") <= 0;

    private static bool IsThroughout(JsonElement student) =>
        student
            .GetProperty("days")
            .EnumerateArray()
            .Any(days =>
                string.CompareOrdinal(days.GetProperty("from").GetString(), "2026-11-06") < 0 && !days.TryGetProperty("to", out _)
            );

    private Edit NewEdit(int work, int student, Dictionary<(int, int), JsonElement> cells)
    {
        var now = cells.TryGetValue((work, student), out var cell) ? cell : default;
        var version = now.ValueKind == JsonValueKind.Undefined ? 0 : now.GetProperty("version").GetInt64();
        var value = now.ValueKind == JsonValueKind.Undefined ? "" : now.GetProperty("value").GetString();
        var other = new[] { "5", "4", "3", "2" }.Where(one => one != value).ElementAt(random.Next(3));
        return new Edit(Guid.CreateVersion7(), student, work, other, version);
    }

    private async Task TypeOn()
    {
        while (_waiting.TryDequeue(out var edit))
        {
            _sent[edit.CommandId] = edit;
            try
            {
                var result = await Send(edit);
                Assert.Equal("applied", result.GetProperty("outcome").GetString());
                _acknowledged[edit.CommandId] = result.GetProperty("seq").GetInt64();
            }
            catch (HttpRequestException)
            {
                return; // The server is gone; whether it took this one nobody knows.
            }

            if (_acknowledged.Count >= _wanted)
                _enough.TrySetResult();
        }

        _enough.TrySetResult();
    }

    private async Task<JsonElement> Send(Edit edit)
    {
        using var answer = await _http.PostAsJsonAsync($"/api/v1/courses/{_course}/edits", new { edits = new[] { edit } });
        return (await Json(answer)).GetProperty("results")[0];
    }

    private async Task<JsonElement> Get(string path)
    {
        using var answer = await _http.GetAsync(path);
        return await Json(answer);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private sealed record Edit(Guid CommandId, int Student, int Work, string Value, long Expected);
}
