using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Journal.Load.Wire;

namespace Journal.Load.People;

/// <summary>What came of a request.</summary>
internal sealed record Page(HttpStatusCode Status, string Html, string? Location, TimeSpan Took)
{
    public bool IsWhole => Status == HttpStatusCode.OK && Html.Contains("</html>", StringComparison.Ordinal);
}

/// <summary>One signed-in browser: its cookies, its requests, its lines. All share the connections of this process.</summary>
internal sealed partial class Browser(Uri server, HttpMessageInvoker http, Cookies cookies)
{
    public Uri Server => server;

    public string Cookie => cookies.Header;

    /// <summary>A browser that has opened the sign-in page: others may begin as its copies.</summary>
    public static async Task<(Browser Browser, string Form)> AtTheDoor(Uri server, HttpMessageInvoker http, CancellationToken ct)
    {
        var browser = new Browser(server, http, new Cookies());
        var page = await browser.Get("/sign-in", ct);
        return (browser, FormToken().Match(page.Html).Groups[1].Value);
    }

    /// <summary>Signs in as one of the demonstration's people without a password: what is measured is another thing.</summary>
    public async Task<Browser> As(string login, string form, CancellationToken ct)
    {
        var browser = new Browser(server, http, cookies.Copy());
        var answer = await browser.Post("/demo-sign-in", new() { ["login"] = login, ["__RequestVerificationToken"] = form }, ct);
        return answer.Status == HttpStatusCode.Found
            ? browser
            : throw new InvalidOperationException($"{login} was not let in: {answer.Status}");
    }

    public Task<Page> Get(string path, CancellationToken ct, bool merges = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, path));
        request.Headers.TryAddWithoutValidation("Accept", merges ? "text/html; blazor-enhanced-nav=on" : "text/html");
        return Send(request, ct);
    }

    public Task<Page> Post(string path, Dictionary<string, string> fields, CancellationToken ct) =>
        Send(new HttpRequestMessage(HttpMethod.Post, new Uri(server, path)) { Content = new FormUrlEncodedContent(fields) }, ct);

    public Task<Page> PostJson(string path, byte[] body, string token, CancellationToken ct) =>
        SendJson(HttpMethod.Post, path, body, token, ct);

    public Task<Page> PutJson(string path, byte[] body, string token, CancellationToken ct) =>
        SendJson(HttpMethod.Put, path, body, token, ct);

    public Task<CircuitLine> Line(ICircuitPage page, CancellationToken ct) => CircuitLine.Open(server, ("Cookie", Cookie), http, page, ct);

    /// <summary>The token that lets a script of ours write.</summary>
    public async Task<string> WritingToken(CancellationToken ct)
    {
        var answer = await Get("/antiforgery", ct);
        return System.Text.Json.JsonDocument.Parse(answer.Html).RootElement.GetProperty("token").GetString()!;
    }

    public static string TokenOf(string html) => FormToken().Match(html).Groups[1].Value;

    private Task<Page> SendJson(HttpMethod method, string path, byte[] body, string token, CancellationToken ct)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        var request = new HttpRequestMessage(method, new Uri(server, path)) { Content = content };
        request.Headers.Add("X-Antiforgery", token);
        return Send(request, ct);
    }

    private async Task<Page> Send(HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
        {
            request.Headers.TryAddWithoutValidation("Cookie", Cookie);
            var begun = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request, ct);
            lock (cookies)
                cookies.Take(answer.Headers);
            var html = await answer.Content.ReadAsStringAsync(ct);
            return new(answer.StatusCode, html, answer.Headers.Location?.ToString(), Stopwatch.GetElapsedTime(begun));
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex FormToken();
}
