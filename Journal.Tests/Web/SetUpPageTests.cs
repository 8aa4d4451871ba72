using System.Net;
using Journal.Core.Courses.Storage;
using Journal.Core.People;
using Journal.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Web;

public sealed class SetUpPageTests : IAsyncDisposable
{
    private readonly Site _site = new();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task An_empty_school_is_set_up_with_the_code_and_its_administrator_signs_in()
    {
        using var browser = _site.Browser();
        var code = _site.Services.GetRequiredService<SetUpCode>().Issue();
        Assert.EndsWith("/setup", (await browser.GetAsync("/sign-in")).Headers.Location?.OriginalString);

        var answer = await Fill(browser, code);

        Assert.EndsWith("/sign-in", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/setup")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Site.SignIn(browser, "admin", Site.Password)).StatusCode);
        Assert.Contains("Иванова Анна", WebUtility.HtmlDecode(await browser.GetStringAsync("/journal")));
        var roster = _site.Services.GetRequiredService<RosterSource>().Current;
        Assert.Equal([Role.Administrator], roster.Roles.Single().Select(held => held.Role));
    }

    [Fact]
    public async Task A_wrong_code_makes_nobody_and_the_form_keeps_what_was_typed_but_never_the_password()
    {
        using var browser = _site.Browser();
        _site.Services.GetRequiredService<SetUpCode>().Issue();

        var answer = await Fill(browser, "AAAA-AAAA-AAAA-AAAA");

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Код не подошёл", page);
        Assert.Contains("Иванова", page);
        Assert.DoesNotContain(Site.Password, page);
        Assert.Empty(_site.Services.GetRequiredService<RosterSource>().Current.People);
    }

    [Fact]
    public void The_set_up_code_is_not_in_the_log_file()
    {
        var code = _site.Services.GetRequiredService<SetUpCode>();
        Assert.True(code.IsOpen);

        var logs = Directory.GetFiles(Path.Combine(_site.Folder, "logs")).Select(Read);

        Assert.All(logs, log => Assert.DoesNotMatch("[A-Z2-9]{4}(-[A-Z2-9]{4}){3}", log));
    }

    private static string Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return new StreamReader(stream).ReadToEnd();
    }

    private static Task<HttpResponseMessage> Fill(HttpClient browser, string code) =>
        Site.Post(
            browser,
            "/setup",
            ("_handler", "set-up"),
            ("Input.Code", code),
            ("Input.Family", "Иванова"),
            ("Input.Given", "Анна"),
            ("Input.Login", "admin"),
            ("Input.Password", Site.Password)
        );
}
