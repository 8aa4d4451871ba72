using System.Net;
using Journal.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Web;

public sealed class DemoSiteTests(DemoSiteTests.DemoSite site) : IClassFixture<DemoSiteTests.DemoSite>
{
    private readonly Site _site = site.Site;

    [Fact]
    public async Task Every_page_says_that_the_people_are_invented()
    {
        using var browser = await Playing("teacher");

        foreach (var path in new[] { "/journal", "/nowhere", "/error/500" })
            Assert.Contains("все люди вымышлены", WebUtility.HtmlDecode(await (await browser.GetAsync(path)).Content.ReadAsStringAsync()));
        Assert.Contains("все люди вымышлены", WebUtility.HtmlDecode(await _site.Browser().GetStringAsync("/sign-in")));
    }

    [Theory]
    [InlineData("teacher", "courses")]
    [InlineData("class-teacher", "classes")]
    [InlineData("deputy", "school")]
    public async Task One_click_shows_the_school_through_that_persons_eyes(string login, string list)
    {
        using var browser = await Playing(login);

        Assert.Contains($"id=\"{list}\"", await browser.GetStringAsync("/journal"));
    }

    [Theory]
    [InlineData("teacher", "/journal")]
    [InlineData("registrar", "/journal")]
    [InlineData("technician", "/school/health")]
    [InlineData("parent", "/diary")]
    [InlineData("student", "/diary")]
    public async Task The_bare_address_leads_to_where_ones_visit_begins(string login, string start)
    {
        using var browser = await Playing(login);

        var answer = await browser.GetAsync("/");

        Assert.Equal((HttpStatusCode.Redirect, start), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("ru", "Вы не ведёте здесь уроков.", "Сервер")]
    [InlineData("en", "You give no lessons here.", "Server")]
    public async Task The_technician_begins_at_the_server_and_is_shown_the_way_back_to_it(string language, string text, string section)
    {
        using var browser = await Playing("technician");
        await Prefer(browser, "language", language);

        var server = await browser.GetAsync("/school/health");
        var journal = WebUtility.HtmlDecode(await browser.GetStringAsync("/journal"));

        Assert.Equal(HttpStatusCode.OK, server.StatusCode);
        Assert.Contains(text, journal);
        Assert.Contains($"<a href=\"/school/health\">{section}</a>", journal);
    }

    [Fact]
    public async Task The_panel_names_everybody_whom_one_may_play_teachers_first()
    {
        var page = await _site.Browser().GetStringAsync("/sign-in");

        var offered = System
            .Text.RegularExpressions.Regex.Matches(page, "name=\"login\" value=\"([a-z-]+)\"")
            .Select(m => m.Groups[1].Value);
        Assert.Equal(["teacher", "class-teacher", "deputy", "parent", "student", "admin", "director", "registrar", "technician"], offered);
    }

    [Fact]
    public async Task The_common_password_is_hashed_once_and_works()
    {
        var (teacher, parent) = (Account("teacher"), Account("parent"));
        Assert.Equal(teacher.PasswordHash, parent.PasswordHash);

        using var browser = _site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await Site.SignIn(browser, "parent", DemoAccounts.Password)).StatusCode);
    }

    [Fact]
    public async Task Playing_somebody_needs_the_token_of_the_page()
    {
        using var browser = _site.Browser();

        var answer = await browser.PostAsync("/demo-sign-in", new FormUrlEncodedContent([KeyValuePair.Create("login", "teacher")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Страница устарела", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Only_the_invented_people_can_be_played()
    {
        using var browser = _site.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await Play(browser, "headmaster")).StatusCode);
    }

    [Fact]
    public async Task Whoever_plays_somebody_changes_only_the_own_browser_and_sees_only_the_own_session()
    {
        using var browser = await Playing("director");
        using var another = await Playing("director");
        await Prefer(browser, "enter", "right");
        await Prefer(browser, "language", "en");

        var page = await browser.GetStringAsync("/account");
        Assert.Contains("value=\"right\" aria-pressed=\"true\"", page);
        Assert.Contains("everybody uses this account", page);
        Assert.DoesNotContain("name=\"Which\"", page);
        Assert.DoesNotContain("type=\"password\"", page);
        var guess = await Site.Post(browser, "/account", ("_handler", "password"), ("Current", "demo"), ("Next", "another long password"));

        Assert.Equal(HttpStatusCode.BadRequest, guess.StatusCode);
        using var fresh = await Playing("director");
        Assert.Contains("value=\"down\" aria-pressed=\"true\"", await fresh.GetStringAsync("/account"));
        Assert.Contains("<html lang=\"ru\"", await another.GetStringAsync("/account"));
        Assert.Equal(HttpStatusCode.Redirect, (await Site.SignIn(_site.Browser(), "director", DemoAccounts.Password)).StatusCode);
    }

    [Theory]
    [InlineData("parent", "Родитель", false)]
    [InlineData("teacher", "Учитель", true)]
    public async Task The_way_of_Enter_is_asked_of_those_who_have_a_journal(string login, string role, bool asked)
    {
        using var browser = await Playing(login);

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/account"));

        Assert.Contains($"<dd>{role}", page);
        Assert.Equal(asked, page.Contains("name=\"enter\""));
    }

    [Fact]
    public void There_is_no_set_up() => Assert.False(_site.Services.GetRequiredService<SetUp>().IsOpen);

    private Account Account(string login) => Assert.IsType<Account>(_site.Services.GetRequiredService<DemoAccounts>().Find(login));

    private async Task<HttpClient> Playing(string login)
    {
        var browser = _site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await Play(browser, login)).StatusCode);
        return browser;
    }

    private static async Task Prefer(HttpClient browser, string what, string value)
    {
        var form = new Dictionary<string, string>
        {
            [what] = value,
            ["__RequestVerificationToken"] = await Site.Token(browser, "/account"),
        };
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/preferences", new FormUrlEncodedContent(form))).StatusCode);
    }

    private static async Task<HttpResponseMessage> Play(HttpClient browser, string login)
    {
        var token = await Site.Token(browser, "/sign-in");
        return await browser.PostAsync(
            "/demo-sign-in",
            new FormUrlEncodedContent([KeyValuePair.Create("login", login), KeyValuePair.Create("__RequestVerificationToken", token)])
        );
    }

    /// <summary>The demonstration as the program itself fills it, once for all tests here.</summary>
    public sealed class DemoSite : IAsyncDisposable
    {
        public Site Site { get; } = new() { Demo = true };

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
