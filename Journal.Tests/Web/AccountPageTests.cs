using System.Net;
using System.Text.RegularExpressions;
using Journal.Core.Courses.Storage;
using Journal.Web.Accounts;
using Journal.Web.Accounts.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Web;

public sealed partial class AccountPageTests : IAsyncLifetime
{
    private const string Next = "another long password";

    private readonly Site _site = new();

    public Task InitializeAsync() => _site.Found();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task It_says_who_is_signed_in_where_and_until_when()
    {
        using var browser = await _site.SignedIn();

        var page = await Page(browser);

        Assert.Contains("Журавлёв Антон Сергеевич", page);
        Assert.Contains("<dd>admin</dd>", page);
        Assert.Contains("<dd>Администратор</dd>", page);
        Assert.Contains("этот сеанс", page);
        Assert.Contains("Вход: 18 декабря, 10:24, действует до 22:24", page);
        Assert.Contains("Других сеансов нет.", page);
        Assert.Contains("name=\"enter\"", page);
    }

    [Fact]
    public async Task A_changed_password_is_confirmed_quietly_and_the_other_browser_is_signed_out()
    {
        using var browser = await _site.SignedIn();
        using var other = await _site.SignedIn();

        var answer = await Change(browser, Site.Password, Next);

        Assert.Equal("/account?done=password", Target(answer));
        Assert.Contains("Пароль изменён", await Page(browser, "/account?done=password"));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Site.SignIn(other, "admin", Site.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Site.SignIn(other, "admin", Next)).StatusCode);
    }

    [Theory]
    [InlineData("wrong password", Next, "Current", "Нынешний пароль не подошёл")]
    [InlineData("", Next, "Current", "Нынешний пароль не подошёл")]
    [InlineData(Site.Password, "short", "Next", "не меньше 10 знаков")]
    [InlineData(Site.Password, "the admin's own", "Next", "не должен содержать логин")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_comes_back(
        string current,
        string next,
        string field,
        string said
    )
    {
        using var browser = await _site.SignedIn();
        using var other = await _site.SignedIn();

        var answer = await Change(browser, current, next);

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, Regex.Match(page, $"id=\"{field}-says\".*?</div>", RegexOptions.Singleline).Value);
        Assert.Single(Regex.Matches(page, "aria-invalid=\"true\""));
        Assert.DoesNotContain($"value=\"{next}\"", page);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Whoever_guesses_the_current_one_is_told_to_wait()
    {
        using var browser = await _site.SignedIn();
        for (var i = 0; i < SignInThrottle.FreeFailures; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await Change(browser, "wrong password", Next)).StatusCode);

        var answer = await Change(browser, Site.Password, Next);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("1", answer.Headers.RetryAfter?.ToString());
        Assert.Contains("Слишком много попыток", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task One_other_session_is_ended_and_then_all_others()
    {
        using var browser = await _site.SignedIn();
        using var first = await _site.SignedIn();
        using var second = await _site.SignedIn();
        using var third = await _site.SignedIn();
        var others = Others().Matches(await Page(browser)).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(3, others.Count);

        // The newest stands first.
        Assert.Equal("/account?done=session", Target(await End(browser, others[0])));
        Assert.Equal(HttpStatusCode.Redirect, (await third.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/account")).StatusCode);
        await End(browser, "all");

        Assert.Equal(HttpStatusCode.Redirect, (await first.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/account")).StatusCode);
        Assert.Contains("Других сеансов нет.", await Page(browser));
    }

    [Fact]
    public async Task A_session_of_somebody_else_cannot_be_ended_and_is_answered_like_one_that_is_not_there()
    {
        using var browser = await _site.SignedIn();
        await _site.Open("neighbour", 8);
        using var neighbour = _site.Browser();
        await Site.SignIn(neighbour, "neighbour", Site.Password);
        var theirs = await Session("neighbour");

        var (foreign, missing) = (await End(browser, theirs.Id.ToString()), await End(browser, "99999"));

        Assert.Equal((foreign.StatusCode, Target(foreign)), (missing.StatusCode, Target(missing)));
        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync("/account")).StatusCode);
        Assert.DoesNotContain($"value=\"{theirs.Id}\"", await Page(browser));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("sessions")]
    public async Task A_form_without_the_token_of_its_page_does_nothing(string form)
    {
        using var browser = await _site.SignedIn();
        using var other = await _site.SignedIn();
        var fields = new Dictionary<string, string>
        {
            ["_handler"] = form,
            ["Current"] = Site.Password,
            ["Next"] = Next,
            ["Which"] = "all",
        };

        var answer = await browser.PostAsync("/account", new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Страница устарела", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Language_and_the_way_of_Enter_go_with_the_account_to_another_browser()
    {
        using var browser = await _site.SignedIn();
        await Prefer(browser, "language", "en");
        await Prefer(browser, "enter", "right");
        await Prefer(browser, "enter", "sideways");

        using var fresh = await _site.SignedIn();

        var page = await Page(fresh);
        Assert.Contains("<html lang=\"en\"", page);
        Assert.Contains("value=\"right\" aria-pressed=\"true\"", page);
    }

    [Fact]
    public async Task Whoever_sat_here_before_leaves_no_way_of_Enter_behind()
    {
        using var browser = await _site.SignedIn();
        await Prefer(browser, "enter", "right");
        var admin = _site.Services.GetRequiredService<RosterSource>().Current.People.Keys.Single();
        await _site.Open("neighbour", admin.Value);
        await Send(browser, "/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await Site.SignIn(browser, "neighbour", Site.Password)).StatusCode);

        Assert.Contains("value=\"down\" aria-pressed=\"true\"", await Page(browser));
    }

    private static Task<HttpResponseMessage> Change(HttpClient browser, string current, string next) =>
        Site.Post(browser, "/account", ("_handler", "password"), ("Current", current), ("Next", next));

    private static Task<HttpResponseMessage> End(HttpClient browser, string which) =>
        Site.Post(browser, "/account", ("_handler", "sessions"), ("Which", which));

    private static Task Prefer(HttpClient browser, string what, string value) => Send(browser, "/preferences", (what, value));

    // The forms of the page that lead elsewhere.
    private static async Task Send(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var token = await Site.Token(browser, "/account");
        var form = fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(path, new FormUrlEncodedContent(form))).StatusCode);
    }

    private static async Task<string> Page(HttpClient browser, string path = "/account") =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(path));

    private static string? Target(HttpResponseMessage answer) =>
        answer.Headers.Location is { } location ? new Uri(new Uri("https://school.example"), location).PathAndQuery : null;

    private async Task<SessionRow> Session(string login)
    {
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<AccountsDb>>().CreateDbContextAsync();
        var account = await db.Users.SingleAsync(a => a.UserName == login);
        return await db.Sessions.SingleAsync(s => s.AccountId == account.Id);
    }

    [GeneratedRegex("name=\"Which\" value=\"(\\d+)\"")]
    private static partial Regex Others();
}
