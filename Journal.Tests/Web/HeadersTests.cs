using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Journal.Tests.Web;

public sealed partial class HeadersTests : IAsyncLifetime
{
    private readonly Site _site = new();

    public Task InitializeAsync() => _site.Found();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/setup", HttpStatusCode.NotFound)]
    [InlineData("/error/500", HttpStatusCode.InternalServerError)]
    [InlineData("/error/403", HttpStatusCode.Forbidden)]
    [InlineData("/tokens.css", HttpStatusCode.OK)]
    [InlineData("/fonts/golos-text-cyrillic-wght-normal.woff2", HttpStatusCode.OK)]
    [InlineData("/api/v1/nowhere", HttpStatusCode.NotFound)]
    public async Task Every_answer_carries_the_headers_that_protect_its_reader(string path, HttpStatusCode status)
    {
        using var browser = await _site.SignedIn();
        var answer = path == "/sign-in" ? await _site.Browser().GetAsync(path) : await browser.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        string Header(string name) => string.Join(",", answer.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"));
        Assert.Contains("max-age=31536000", Header("Strict-Transport-Security"));
        Assert.Equal("", Header("Server"));
        var content = Header("Content-Security-Policy");
        Assert.Contains("default-src 'self'", content);
        Assert.Contains("frame-ancestors 'none'", content);
        Assert.DoesNotContain("unsafe", content);
        if (answer.Content.Headers.ContentType?.MediaType is "text/html" or "application/problem+json")
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Nothing_on_a_page_is_written_inline_so_that_the_policy_can_be_strict()
    {
        using var browser = await _site.SignedIn();
        foreach (var page in new[] { await Text(browser, "/nowhere"), await Text(_site.Browser(), "/sign-in") })
        {
            Assert.DoesNotContain("<style", page);
            Assert.DoesNotContain(" style=", page);
            Assert.DoesNotMatch("<script(?![^>]*src=)", page);
            Assert.DoesNotMatch(" on[a-z]+=", page);
        }
    }

    [Fact]
    public async Task A_staff_page_may_be_styled_inline_and_say_where_its_scripts_lie_and_nothing_more()
    {
        using var browser = await _site.SignedIn();

        var answer = await browser.GetAsync("/journal");

        var content = string.Join(";", answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("style-src 'self' 'unsafe-inline'", content);
        Assert.DoesNotContain("unsafe", content.Replace("style-src 'self' 'unsafe-inline'", ""));
        var nonce = Nonce().Match(content).Groups[1].Value;
        Assert.NotEmpty(nonce);
        Assert.Contains("default-src 'self'", content);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var page = await answer.Content.ReadAsStringAsync();
        // The one exception is the import map, which this answer alone knows by its nonce.
        var inline = Assert.Single(InlineScript().Matches(page)).Value;
        Assert.Contains("type=\"importmap\"", inline);
        Assert.Contains($"nonce=\"{HtmlEncoder.Default.Encode(nonce)}\"", inline);
        Assert.DoesNotContain(nonce, string.Join(";", (await browser.GetAsync("/journal")).Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotMatch(" on[a-z]+=", page);
    }

    [Fact]
    public async Task Plain_http_is_not_told_to_come_back_by_https()
    {
        using var browser = _site.Browser(https: false);

        Assert.False((await browser.GetAsync("/sign-in")).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task An_error_page_speaks_the_readers_language()
    {
        using var browser = await _site.SignedIn();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        Assert.Contains("There is no such page", await Text(browser, "/nowhere"));
    }

    private static async Task<string> Text(HttpClient browser, string path) =>
        await (await browser.GetAsync(path)).Content.ReadAsStringAsync();

    [GeneratedRegex("script-src 'self' 'nonce-([^']+)'", RegexOptions.None, 1000)]
    private static partial Regex Nonce();

    [GeneratedRegex("<script(?![^>]*src=)[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex InlineScript();
}
