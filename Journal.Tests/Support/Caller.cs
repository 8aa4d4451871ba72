using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Journal.Tests.Support;

/// <summary>Somebody's program: asks, and keeps the whole answer.</summary>
public sealed class Caller(Uri server, string? token) : IDisposable
{
    private readonly HttpClient _http = Client(server, token);

    public Task<Reply> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Reply> Delete(string path) => Send(new HttpRequestMessage(HttpMethod.Delete, path));

    private const int LongBody = 100_000;

    public Task<Reply> Post(string path, object body) => Text(path, JsonSerializer.Serialize(body));

    public Task<Reply> Put(string path, object body) => Text(path, JsonSerializer.Serialize(body), HttpMethod.Put);

    /// <summary>The text as it is, right or wrong.</summary>
    public Task<Reply> Text(string path, string body, HttpMethod? method = null, string type = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var request = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = content };
        // A body that is refused for its size is not read to the end: it is sent only once the server has said so.
        request.Headers.ExpectContinue = body.Length > LongBody;
        return Send(request);
    }

    public async Task<Reply> Send(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await _http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return new Reply(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, text, answer.Headers);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient Client(Uri server, string? token)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}

public sealed partial record Reply(HttpStatusCode Status, string? Type, string Text, HttpResponseHeaders Headers)
{
    public int Code => (int)Status;

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Two refusals that tell the same are equal in this, whatever their traces are.</summary>
    public string Told => $"{Code} {Type} {Trace().Replace(Text, "")}";

    /// <summary>The first result of a batch of edits.</summary>
    public JsonElement First => Json.GetProperty("results")[0];

    public override string ToString() => $"{Code} {Text}";

    [GeneratedRegex(",?\"traceId\":\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Trace();
}
