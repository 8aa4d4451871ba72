using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Journal.Load.Server;

namespace Journal.Load.People;

/// <summary>
/// A teacher who types marks into a page as the browser's outbox sends them: what was typed while a batch was under way goes together in the next one,
/// never two edits of a cell at a time; what was not answered is sent again under the same ids.
/// </summary>
internal sealed class Typist(Browser browser, OpenPage page, Random random)
{
    private static readonly TimeSpan[] Waits = [.. new[] { 1, 2, 4, 8 }.Select(seconds => TimeSpan.FromSeconds(seconds))];
    private static readonly string[] Marks = ["5", "4", "3", "2"];

    private readonly ConcurrentQueue<TypedCell> _typed = new();
    private readonly Dictionary<(int, int), (string Value, long Version)> _cells = new(page.Cells);
    private readonly List<TypedCell> _unsent = [];
    private readonly HashSet<(int, int)> _waiting = [];
    private string? _token;

    public OpenPage Page => page;

    /// <summary>Everything that was typed, in order.</summary>
    public IEnumerable<TypedCell> All => _typed;

    public ConcurrentDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    public int Replayed { get; private set; }

    public int Unsent
    {
        get
        {
            lock (_unsent)
                return _unsent.Count;
        }
    }

    /// <summary>So many a second on average: in bursts of a quick hand, with looks at the paper between them.</summary>
    public async Task Type(double perSecond, TimeSpan time, CancellationToken ct)
    {
        var (begun, next) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var sending = Send(over.Token);
        while (next < time)
        {
            // Six to ten keys at twice the pace, then a pause as long as they took.
            for (var key = random.Next(6, 11); key > 0 && next < time; key--)
            {
                await Until(begun, next, ct);
                lock (_unsent)
                    Key();
                next += TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / (2 * perSecond));
            }

            next += TimeSpan.FromSeconds(8 / (2 * perSecond));
        }

        var limit = Stopwatch.GetTimestamp();
        while (Unsent > 0 && Stopwatch.GetElapsedTime(limit) < TimeSpan.FromSeconds(60))
            await Wait.For(TimeSpan.FromMilliseconds(20), ct);
        await over.CancelAsync();
        await sending;
    }

    private static async Task Until(long begun, TimeSpan moment, CancellationToken ct)
    {
        var wait = moment - Stopwatch.GetElapsedTime(begun);
        if (wait > TimeSpan.FromMilliseconds(1))
            await Wait.For(wait, ct);
    }

    private void Key()
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var (work, student) = page.Typable[random.Next(page.Typable.Count)];
            if (!_waiting.Add((work, student)))
                continue;

            var former = _cells.GetValueOrDefault((work, student));
            var value = Marks.Where(mark => mark != former.Value).ElementAt(random.Next(3));
            var typed = new TypedCell(page.Course, work, student, value, Stopwatch.GetTimestamp()) { Expected = former.Version };
            _typed.Enqueue(typed);
            _unsent.Add(typed);
            return;
        }
    }

    private async Task Send(CancellationToken ct)
    {
        var failures = 0;
        try
        {
            while (true)
            {
                TypedCell[] batch;
                lock (_unsent)
                    batch = [.. _unsent.Take(100)];
                if (batch.Length == 0)
                {
                    await Wait.For(TimeSpan.FromMilliseconds(2), ct);
                    continue;
                }

                if (await Post(batch, ct))
                    failures = 0;
                else
                    await Wait.For(Waits[Math.Min(failures++, Waits.Length - 1)], ct);
            }
        }
        catch (OperationCanceledException)
        {
            // Done.
        }
    }

    private async Task<bool> Post(TypedCell[] batch, CancellationToken ct)
    {
        try
        {
            _token ??= await browser.WritingToken(ct);
            var answer = await browser.PostJson($"/api/v1/courses/{page.Course}/edits", Body(batch), _token, ct);
            if (answer.Status != HttpStatusCode.OK)
            {
                Refusals.AddOrUpdate($"HTTP {(int)answer.Status}", 1, (_, count) => count + 1);
                _token = answer.Status == HttpStatusCode.BadRequest ? null : _token;
                return false;
            }

            Take(batch, answer.Html);
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or JsonException)
        {
            return false;
        }
    }

    private void Take(TypedCell[] batch, string answer)
    {
        var now = Stopwatch.GetTimestamp();
        using var read = JsonDocument.Parse(answer);
        var place = 0;
        lock (_unsent)
        {
            foreach (var result in read.RootElement.GetProperty("results").EnumerateArray())
            {
                var edit = batch[place++];
                var outcome = result.GetProperty("outcome").GetString()!;
                if (result.TryGetProperty("seq", out var seq))
                {
                    (edit.Seq, edit.Acknowledged) = (seq.GetInt64(), now);
                    _cells[edit.Cell] = (edit.Value, edit.Seq);
                    Replayed += outcome == "replayed" ? 1 : 0;
                }
                else
                {
                    var why = result.TryGetProperty("code", out var code) ? code.GetString()! : outcome;
                    Refusals.AddOrUpdate(why, 1, (_, count) => count + 1);
                }

                _waiting.Remove(edit.Cell);
                _unsent.Remove(edit);
            }
        }
    }

    private static byte[] Body(TypedCell[] batch)
    {
        var body = new ArrayBufferWriter<byte>(256 * batch.Length);
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteStartArray("edits");
        foreach (var edit in batch)
        {
            json.WriteStartObject();
            json.WriteString("commandId", edit.CommandId);
            json.WriteNumber("student", edit.Cell.Student);
            json.WriteNumber("work", edit.Cell.Work);
            json.WriteString("value", edit.Value);
            json.WriteString("comment", edit.Token);
            json.WriteString("commentFor", "family");
            json.WriteNumber("expected", edit.Expected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return body.WrittenSpan.ToArray();
    }
}

/// <summary>A page as the API tells it, and which of its cells are typed into: those of this week's lessons, which the diary shows.</summary>
internal sealed record OpenPage(
    int Course,
    IReadOnlyList<(int Work, int Student)> Typable,
    IReadOnlyDictionary<(int Work, int Student), (string Value, long Version)> Cells,
    IReadOnlyList<int> Lessons,
    IReadOnlyList<int> Students
)
{
    public static async Task<OpenPage> Read(Browser browser, int course, DateOnly monday, DateOnly today, CancellationToken ct)
    {
        var answer = await browser.Get($"/api/v1/courses/{course}/page", ct);
        using var page = JsonDocument.Parse(answer.Html);
        var root = page.RootElement;
        var days = root.GetProperty("lessons")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("id").GetInt32(), one => one.GetProperty("date").GetString()!);
        bool IsThisWeek(int lesson) =>
            DateOnly.ParseExact(days[lesson], "yyyy-MM-dd", CultureInfo.InvariantCulture) is var day && day >= monday && day <= today;
        // A roll opens ten minutes before the bell.
        var ahead = root.GetProperty("lessons")
            .EnumerateArray()
            .Where(one => one.GetProperty("number").GetInt32() > LoadServer.RunningLesson)
            .Select(one => one.GetProperty("id").GetInt32())
            .ToHashSet();
        bool HasBegun(int lesson) =>
            IsThisWeek(lesson) && (days[lesson] != today.ToString("O", CultureInfo.InvariantCulture) || !ahead.Contains(lesson));
        var students = root.GetProperty("students")
            .EnumerateArray()
            .Where(one => one.GetProperty("days").EnumerateArray().Any(span => !span.TryGetProperty("to", out _)))
            .Select(one => one.GetProperty("id").GetInt32())
            .ToList();
        var works = root.GetProperty("works")
            .EnumerateArray()
            .Where(one => one.GetProperty("shown").GetBoolean() && IsThisWeek(one.GetProperty("lesson").GetInt32()))
            .Select(one => one.GetProperty("id").GetInt32());
        var absent = root.GetProperty("attendance")
            .EnumerateArray()
            .Select(one => (one.GetProperty("lesson").GetInt32(), one.GetProperty("student").GetInt32()))
            .ToHashSet();
        var lessonOf = root.GetProperty("works")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("id").GetInt32(), one => one.GetProperty("lesson").GetInt32());
        return new(
            course,
            // A mark put in a lesson in which one was absent is an error to report, not a load.
            [.. from work in works from student in students where !absent.Contains((lessonOf[work], student)) select (work, student)],
            root.GetProperty("marks")
                .EnumerateArray()
                .ToDictionary(
                    one => (one.GetProperty("work").GetInt32(), one.GetProperty("student").GetInt32()),
                    one => (one.GetProperty("value").GetString()!, one.GetProperty("version").GetInt64())
                ),
            [.. days.Keys.Where(HasBegun)],
            students
        );
    }
}
