using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Journal.Web.Accounts;
using Journal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Web;

/// <summary>Who may write to the API from a browser; tried on an address that only exists in these tests.</summary>
public sealed class ApiCallersTests : IAsyncLifetime
{
    private const string Write = "/api/tried/write";

    private readonly Site _site = new() { More = services => services.AddSingleton<IStartupFilter, Tried>() };

    public Task InitializeAsync() => _site.Found();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_cookie_alone_writes_nothing()
    {
        using var browser = await _site.SignedIn();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsJsonAsync(Write, new { })).StatusCode);
    }

    [Fact]
    public async Task A_cookie_with_the_antiforgery_header_writes()
    {
        using var browser = await _site.SignedIn();
        browser.DefaultRequestHeaders.Add(SecurityHeaders.AntiforgeryHeader, await Site.Token(browser, "/journal"));

        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsJsonAsync(Write, new { })).StatusCode);
    }

    [Fact]
    public async Task The_antiforgery_token_of_the_sign_in_page_is_worth_nothing_after_it()
    {
        using var browser = _site.Browser();
        var before = await Site.Token(browser, "/sign-in");
        await Site.SignIn(browser, "admin", Site.Password);
        browser.DefaultRequestHeaders.Add(SecurityHeaders.AntiforgeryHeader, before);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsJsonAsync(Write, new { })).StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task What_a_foreign_form_could_send_is_refused(string type)
    {
        using var browser = await _site.SignedIn();
        browser.DefaultRequestHeaders.Add(SecurityHeaders.AntiforgeryHeader, await Site.Token(browser, "/journal"));

        var answer = await browser.PostAsync(Write, new StringContent("{}", Encoding.UTF8, type));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_bearer_writes_without_the_header()
    {
        using var program = _site.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", await Token(SessionKind.Bearer));

        Assert.Equal(HttpStatusCode.OK, (await program.PostAsJsonAsync(Write, new { })).StatusCode);
    }

    [Fact]
    public async Task A_bad_bearer_never_falls_back_to_the_cookie_beside_it()
    {
        using var browser = await _site.SignedIn();
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "nonsense");

        var answer = await browser.PostAsJsonAsync(Write, new { });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_cookies_token_is_no_bearer_and_a_bearers_is_no_cookie()
    {
        using var program = _site.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", await Token(SessionKind.Cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/tried/read")).StatusCode);

        using var browser = _site.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", $"__Host-journal={await Token(SessionKind.Bearer)}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/tried/read")).StatusCode);
    }

    [Fact]
    public async Task A_token_in_the_address_is_taken_on_live_connections_only()
    {
        using var program = _site.Browser();
        var token = await Token(SessionKind.Bearer);

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync($"/hubs/tried?access_token={token}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync($"/api/tried/read?access_token={token}")).StatusCode);
    }

    [Fact]
    public async Task A_caller_is_known_by_person_account_and_session()
    {
        using var program = _site.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", await Token(SessionKind.Bearer));

        Assert.Matches("^1 1 [0-9]+$", await program.GetStringAsync("/api/tried/read"));
    }

    [Fact]
    public async Task A_frozen_accounts_token_is_cut_off_at_once()
    {
        using var program = _site.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", await Token(SessionKind.Bearer));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/tried/read")).StatusCode);

        await _site.Services.GetRequiredService<AccountBook>().Freeze(1, default);

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/tried/read")).StatusCode);
    }

    [Fact]
    public async Task A_fault_of_ours_shows_no_detail_to_programs_or_people()
    {
        using var browser = await _site.SignedIn();

        var program = await browser.GetAsync("/api/tried/fault");
        var page = await browser.GetAsync("/tried/fault");

        Assert.Equal("application/problem+json", program.Content.Headers.ContentType?.MediaType);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        foreach (var answer in new[] { program, page })
        {
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("secret", text);
            Assert.DoesNotContain("Exception", text);
            Assert.DoesNotContain("   at ", text);
        }
    }

    private async Task<string> Token(SessionKind kind)
    {
        var origin = new SignInOrigin(IPAddress.Loopback, null, kind);
        var result = await _site.Services.GetRequiredService<SignIn>().Try("admin", Site.Password, origin, default);
        return Assert.IsType<SignInResult.SignedIn>(result).Created.Token;
    }

    private sealed class Tried : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                next(app);
                app.UseEndpoints(routes =>
                {
                    routes.MapPost(Write, () => "written");
                    routes.MapGet("/hubs/tried", () => "heard");
                    routes.MapGet(
                        "/api/tried/read",
                        (HttpContext http) => $"{http.User.Person().Value} {http.User.AccountId()} {http.User.SessionId()}"
                    );
                    routes.MapGet("/api/tried/fault", string () => throw new InvalidOperationException("secret"));
                    routes.MapGet("/tried/fault", string () => throw new InvalidOperationException("secret"));
                });
            };
    }
}
