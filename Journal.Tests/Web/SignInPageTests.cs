using System.Net;

namespace Journal.Tests.Web;

public sealed class SignInPageTests : IAsyncLifetime
{
    private readonly Site _site = new();

    public Task InitializeAsync() => _site.Found();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_sign_in_and_back()
    {
        using var browser = _site.Browser();
        var home = await browser.GetAsync("/anything?x=1");
        Assert.Equal("/sign-in?return=%2Fanything%3Fx%3D1", home.Headers.Location?.OriginalString);

        var signedIn = await Site.SignIn(browser, "admin", Site.Password, home.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.EndsWith("/anything?x=1", signedIn.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_is_a_path_of_ours_or_home(string wish)
    {
        using var browser = _site.Browser();

        var signedIn = await Site.SignIn(browser, "admin", Site.Password, $"/sign-in?return={Uri.EscapeDataString(wish)}");

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal("/", new Uri(browser.BaseAddress!, signedIn.Headers.Location!).PathAndQuery);
        Assert.Equal("school.example", new Uri(browser.BaseAddress!, signedIn.Headers.Location!).Host);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_login_get_the_very_same_page()
    {
        using var browser = _site.Browser();

        var wrong = await Site.SignIn(browser, "admin", "wrong password");
        var unknown = await Site.SignIn(browser, "admix", "wrong password");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(await Bare(wrong), (await Bare(unknown)).Replace("admix", "admin"));
        Assert.Contains("role=\"alert\"", await wrong.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task After_a_few_failures_the_page_says_how_long_to_wait()
    {
        using var browser = _site.Browser();
        for (var i = 0; i < 3; i++)
            await Site.SignIn(browser, "admin", "wrong password");

        var answer = await Site.SignIn(browser, "admin", Site.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("1", answer.Headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task Signing_in_again_ends_the_former_session_and_gives_another_token()
    {
        using var browser = await _site.SignedIn();
        var former = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, former.StatusCode);

        using var fixated = _site.Browser();
        fixated.DefaultRequestHeaders.Add("Cookie", "__Host-journal=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        var answer = await Site.SignIn(fixated, "admin", Site.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-journal="));
        Assert.DoesNotContain("AAAAAAAAAAAA", cookie);
    }

    [Fact]
    public async Task After_sign_out_the_cookie_opens_nothing_and_pages_were_never_to_be_kept()
    {
        using var browser = await _site.SignedIn();
        var home = await browser.GetAsync("/");
        Assert.Equal("no-store", home.Headers.CacheControl?.ToString());
        Assert.Contains("Журавлёв Антон Сергеевич", WebUtility.HtmlDecode(await home.Content.ReadAsStringAsync()));
        var token = await Site.Token(browser, "/");

        var answer = await browser.PostAsync(
            "/sign-out",
            new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)])
        );

        Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
        Assert.Equal("/sign-in", (await browser.GetAsync("/")).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/preferences")]
    public async Task A_form_without_the_token_of_its_page_does_nothing(string path)
    {
        using var browser = await _site.SignedIn();

        var answer = await browser.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-in")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task The_language_is_the_cookies_then_the_browsers_then_russian()
    {
        using var browser = _site.Browser();
        Assert.Contains("<html lang=\"ru\"", await browser.GetStringAsync("/sign-in"));

        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");
        Assert.Contains("<html lang=\"en\"", await browser.GetStringAsync("/sign-in"));

        await Prefer(browser, "language", "ru");
        Assert.Contains("<html lang=\"ru\"", await browser.GetStringAsync("/sign-in"));
    }

    [Fact]
    public async Task The_theme_is_remembered_and_a_made_up_one_is_not()
    {
        using var browser = _site.Browser();
        Assert.DoesNotContain("data-theme", await browser.GetStringAsync("/sign-in"));

        await Prefer(browser, "theme", "dark");
        Assert.Contains("data-theme=\"dark\"", await browser.GetStringAsync("/sign-in"));

        await Prefer(browser, "theme", "\"><script>");
        Assert.Contains("data-theme=\"dark\"", await browser.GetStringAsync("/sign-in"));
    }

    [Fact]
    public async Task A_real_school_has_no_demonstration_sign_in()
    {
        using var browser = _site.Browser();
        var token = await Site.Token(browser, "/sign-in");

        var answer = await browser.PostAsync(
            "/demo-sign-in",
            new FormUrlEncodedContent([KeyValuePair.Create("login", "admin"), KeyValuePair.Create("__RequestVerificationToken", token)])
        );

        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.Contains("journal=")));
        Assert.DoesNotContain("tryit", await browser.GetStringAsync("/sign-in"));
    }

    private static async Task Prefer(HttpClient browser, string what, string value)
    {
        var token = await Site.Token(browser, "/sign-in");
        var answer = await browser.PostAsync(
            "/preferences",
            new FormUrlEncodedContent([KeyValuePair.Create(what, value), KeyValuePair.Create("__RequestVerificationToken", token)])
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<string> Bare(HttpResponseMessage answer) =>
        System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(), "value=\"CfDJ[^\"]+\"", "");
}
