using System.Net;

namespace Journal.Tests.Web;

public sealed class CookieRulesTests : IAsyncLifetime
{
    private readonly Site _site = new();

    public Task InitializeAsync() => _site.Found();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(true, "__Host-journal")]
    [InlineData(false, "journal")]
    public async Task The_cookie_is_as_strict_as_the_scheme_allows(bool https, string name)
    {
        using var browser = _site.Browser(https);

        var answer = await Site.SignIn(browser, "admin", Site.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith($"{name}=")).ToLowerInvariant();
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Contains("path=/", cookie);
        Assert.Contains("max-age=43200", cookie);
        Assert.DoesNotContain("domain=", cookie);
        Assert.Equal(https, cookie.Contains("secure"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/journal")).StatusCode);
    }

    [Theory]
    [InlineData(true, "journal")]
    [InlineData(false, "__Host-journal")]
    public async Task The_cookie_of_one_scheme_is_never_taken_for_the_others(bool https, string name)
    {
        using var signed = _site.Browser(!https);
        var answer = await Site.SignIn(signed, "admin", Site.Password);
        var token = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith($"{name}=")).Split(';')[0];

        using var browser = _site.Browser(https);
        browser.DefaultRequestHeaders.Add("Cookie", token);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/journal")).StatusCode);
    }

    [Fact]
    public async Task On_a_shared_computer_the_cookie_goes_with_the_browser_and_the_device_is_not_remembered()
    {
        using var browser = _site.Browser();

        var answer = await Site.Post(
            browser,
            "/sign-in",
            ("_handler", "sign-in"),
            ("Login", "admin"),
            ("Password", Site.Password),
            ("SharedComputer", "true")
        );

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.DoesNotContain("max-age", Assert.Single(cookies, c => c.StartsWith("__Host-journal=")).ToLowerInvariant());
        Assert.DoesNotContain(cookies, c => c.Contains("journal-device"));
    }

    [Theory]
    [InlineData(false, "school.example", true)]
    [InlineData(true, "school.example", false)]
    [InlineData(false, "localhost", false)]
    [InlineData(false, "127.0.0.1", false)]
    public async Task Plain_http_on_a_network_says_that_it_can_be_read(bool https, string host, bool said)
    {
        using var browser = _site.Browser(https, host);

        Assert.Equal(said, (await browser.GetStringAsync("/sign-in")).Contains("plain-http"));
    }
}
