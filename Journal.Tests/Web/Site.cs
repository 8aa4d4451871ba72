using System.Net;
using System.Text.RegularExpressions;
using Journal.Core.Basics;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Journal.Tests.Web;

/// <summary>The whole program in this process, on a folder of its own, with a cheap hash.</summary>
public sealed partial class Site : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";

    private readonly string _folder = Directory.CreateTempSubdirectory("journal-site-").FullName;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 12, 18, 7, 24, 0, TimeSpan.Zero));

    public string Folder => _folder;

    public bool Demo { get; init; }

    public Action<IServiceCollection> More { get; init; } = _ => { };

    public HttpClient Browser(bool https = true, string host = "school.example") =>
        CreateClient(new() { BaseAddress = new Uri($"{(https ? "https" : "http")}://{host}"), AllowAutoRedirect = false });

    public async Task Open(string login, int person = 7) =>
        Assert.Null(await Services.GetRequiredService<AccountBook>().Open(login, new PersonId(person), Password, default));

    /// <summary>Set up and signed in.</summary>
    public async Task<HttpClient> SignedIn(bool https = true, string host = "school.example")
    {
        var browser = Browser(https, host);
        if (Services.GetRequiredService<SetUp>().IsOpen)
            await Found();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(browser, "admin", Password)).StatusCode);
        return browser;
    }

    public async Task Found()
    {
        var code = Services.GetRequiredService<SetUpCode>().Issue();
        var administrator = new FirstAdministrator("Журавлёв", "Антон", "Сергеевич", "admin", Password);
        var result = await Services.GetRequiredService<SetUp>().Try(code, administrator, IPAddress.Loopback, default);
        Assert.Equal(new SetUpResult.Done(), result);
    }

    public static async Task<HttpResponseMessage> SignIn(HttpClient browser, string login, string password, string path = "/sign-in") =>
        await Post(browser, path, ("_handler", "sign-in"), ("Login", login), ("Password", password));

    /// <summary>Fills in the form as a browser does: with the token of the page it stands on.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var token = await Token(browser, path);
        var form = fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await browser.PostAsync(path, new FormUrlEncodedContent(form));
    }

    public static async Task<string> Token(HttpClient browser, string path)
    {
        var page = await browser.GetStringAsync(path);
        return TokenField().Match(page).Groups[1].Value;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Journal:Data", _folder);
        builder.UseSetting("Journal:Demo", Demo ? "true" : "false");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(_ => new PasswordHashing(iterations: 10));
            More(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
