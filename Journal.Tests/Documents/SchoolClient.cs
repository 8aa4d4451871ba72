using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace SchoolClient;

/// <summary>Types marks as a teacher and watches them as a parent. The server may be killed and started again at any moment.</summary>
public static class Client
{
    public static async Task Run(Uri server, string password, int marks, TextWriter output, CancellationToken stop)
    {
        using var teacher = new Account(server, "teacher", password);
        using var parent = new Account(server, "parent", password);
        var (course, work, child) = await FindCell(teacher, parent, stop);

        var page = await teacher.Get($"api/v1/courses/{course}/page", stop);
        await using var watcher = new Watcher(server, parent, child, page.GetProperty("seq").GetInt64(), output);
        await watcher.Start(stop);

        // The version of the cell we saw; 0 if nobody has touched it.
        var cell = page.GetProperty("marks").EnumerateArray().FirstOrDefault(one => Is(one, "student", child) && Is(one, "work", work));
        var version = cell.ValueKind == JsonValueKind.Undefined ? 0 : cell.GetProperty("version").GetInt64();
        var first = cell.ValueKind != JsonValueKind.Undefined && cell.GetProperty("value").GetString() == "5" ? 1 : 0;
        for (var i = 0; i < marks; i++)
        {
            var value = (i + first) % 2 == 0 ? "5" : "4";
            var edit = new
            {
                commandId = Guid.CreateVersion7(),
                student = child,
                work,
                value,
                expected = version,
            };
            var answer = await teacher.Post($"api/v1/courses/{course}/edits", new { edits = new[] { edit } }, stop);
            var result = answer.GetProperty("results")[0];
            var outcome = result.GetProperty("outcome").GetString();
            output.WriteLine($"typed {value}: {outcome}");
            if (outcome is not ("applied" or "replayed" or "unchanged"))
                throw new InvalidOperationException($"The journal said: {result}");
            version = result.GetProperty("seq").GetInt64();
        }

        while (watcher.Last < version)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, stop);
    }

    // The last lesson up to today, in a course of the teacher's where one of the parent's children learns.
    private static async Task<(int Course, int Work, int Child)> FindCell(Account teacher, Account parent, CancellationToken stop)
    {
        var children = Ids(await parent.Get("api/v1/me", stop), "children").ToHashSet();
        var me = await teacher.Get("api/v1/me", stop);
        foreach (var course in Ids(me, "courses"))
        {
            var page = await teacher.Get($"api/v1/courses/{course}/page", stop);
            var held = page.GetProperty("lessons").EnumerateArray().LastOrDefault(lesson => Day(lesson, "date") <= Day(me, "today"));
            var child = Ids(page, "students").FirstOrDefault(children.Contains);
            if (child == 0 || held.ValueKind == JsonValueKind.Undefined)
                continue;
            var work = page.GetProperty("works").EnumerateArray().First(one => Is(one, "lesson", held.GetProperty("id").GetInt32()));
            return (course, work.GetProperty("id").GetInt32(), child);
        }

        throw new InvalidOperationException("The teacher teaches none of the parent's children.");
    }

    private static IEnumerable<int> Ids(JsonElement json, string list) =>
        json.GetProperty(list).EnumerateArray().Select(one => one.GetProperty("id").GetInt32());

    private static DateOnly Day(JsonElement json, string name) => DateOnly.ParseExact(json.GetProperty(name).GetString()!, "yyyy-MM-dd");

    private static bool Is(JsonElement json, string name, int id) => json.GetProperty(name).GetInt32() == id;
}

/// <summary>Follows one child. After a cut it asks for what came after the last change it heard, so nothing is missed or heard twice.</summary>
public sealed class Watcher : IAsyncDisposable
{
    private readonly HubConnection _line;
    private readonly Account _parent;
    private readonly TextWriter _output;
    private readonly string _audience;
    private long _last;

    public Watcher(Uri server, Account parent, int child, long after, TextWriter output)
    {
        (_parent, _output, _audience, _last) = (parent, output, $"student/{child}", after);
        _line = new HubConnectionBuilder()
            .WithUrl(new Uri(server, "hubs/live"), options => options.AccessTokenProvider = () => parent.Token(CancellationToken.None))
            .WithAutomaticReconnect(new Forever())
            .Build();
        _line.On<string, JsonElement>("Changed", (_, change) => Hear(change));
        // More was missed than the line tells by itself: it is all there to be asked for.
        _line.On<string, long>("ReadAnew", (_, _) => CatchUp(CancellationToken.None));
        _line.On<string>("Ended", audience => output.WriteLine($"{audience} is no longer ours to hear"));
        // A new line knows nothing of the former one: say again what we follow, and from where.
        _line.Reconnected += _ => Subscribe(CancellationToken.None);
    }

    /// <summary>The last change heard.</summary>
    public long Last => Volatile.Read(ref _last);

    public async Task Start(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await _line.StartAsync(stop);
                break;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The server may be away just now; only a line that was once there comes back by itself.
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stop);
            }
        }

        await Subscribe(stop);
    }

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    private void Hear(JsonElement change)
    {
        var seq = change.GetProperty("seq").GetInt64();
        if (seq <= Last)
            return;
        if (change.GetProperty("kind").GetString() == "mark.set")
            _output.WriteLine($"heard {change.GetProperty("value").GetString()}");
        Volatile.Write(ref _last, seq);
    }

    private async Task CatchUp(CancellationToken stop)
    {
        for (var more = true; more; )
        {
            var told = await _parent.Get($"api/v1/changes?audience={_audience}&after={Last}", stop);
            foreach (var change in told.GetProperty("changes").EnumerateArray())
                Hear(change);
            Volatile.Write(ref _last, told.GetProperty("next").GetInt64());
            more = told.GetProperty("more").GetBoolean();
        }
    }

    private Task Subscribe(CancellationToken stop) => _line.InvokeAsync("Subscribe", _audience, Last, stop);

    private sealed class Forever : IRetryPolicy
    {
        public TimeSpan? NextRetryDelay(RetryContext retryContext) =>
            TimeSpan.FromSeconds(Math.Min(retryContext.PreviousRetryCount + 1, 10));
    }
}

/// <summary>One account: signs in when it must, and sends until there is an answer.</summary>
public sealed class Account(Uri server, string login, string password) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server };
    private string? _token;

    public async Task<string?> Token(CancellationToken stop)
    {
        while (_token is null)
        {
            using var answer = await Try(() => _http.PostAsJsonAsync("api/v1/sign-in", new { login, password }, stop), stop);
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
                throw new InvalidOperationException("Wrong login or password.");
            _token = (await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("token").GetString();
        }

        return _token;
    }

    public Task<JsonElement> Get(string path, CancellationToken stop) => Send(() => new HttpRequestMessage(HttpMethod.Get, path), stop);

    // Sent again after a cut, the body is the same, command ids included: what was recorded already is answered "replayed".
    public Task<JsonElement> Post(string path, object body, CancellationToken stop) =>
        Send(() => new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, stop);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> Send(Func<HttpRequestMessage> make, CancellationToken stop)
    {
        while (true)
        {
            var token = await Token(stop);
            using var answer = await Try(
                () =>
                {
                    var request = make();
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                    return _http.SendAsync(request, stop);
                },
                stop
            );
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                _token = null;
                continue;
            }

            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        }
    }

    // Until the server has answered: it may be starting, busy (503) or ask us to wait (429).
    private static async Task<HttpResponseMessage> Try(Func<Task<HttpResponseMessage>> send, CancellationToken stop)
    {
        while (true)
        {
            var wait = TimeSpan.FromSeconds(1);
            try
            {
                var answer = await send();
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
                    return answer;
                wait = answer.Headers.RetryAfter?.Delta ?? wait;
                answer.Dispose();
            }
            catch (HttpRequestException)
            {
                // Not there just now.
            }

            await Task.Delay(wait, TimeProvider.System, stop);
        }
    }
}
