using Journal.Core;
using Journal.Core.Basics;
using Journal.Core.Diary.Storage;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Web.Accounts;
using Journal.Web.Api;
using Journal.Web.Diary;
using Journal.Web.Health;
using Journal.Web.Home;
using Journal.Web.Homework;
using Journal.Web.Live;
using Journal.Web.Register;
using Journal.Web.Roll;
using Journal.Web.Shell;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using MudBlazor;
using MudBlazor.Services;

namespace Journal.Web.Hosting;

/// <summary>The web: what it is made of and in which order a request meets it.</summary>
public static class JournalWeb
{
    public static WebApplicationBuilder Builder(string[] args)
    {
        // Started from any folder: pages and settings lie beside the program.
        var options = new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory };
        var builder = Settings.Understood(() => WebApplication.CreateBuilder(options));
        Settings.Understood(() => builder.Configuration.ReadBesideTheProgram(args));
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(Limits.Set);

        return builder;
    }

    public static void AddJournalWeb(this WebApplicationBuilder builder, DataFolder folder)
    {
        var options = builder.Configuration.Journal();
        var services = builder.Services;
        var clock = StartedClock.For(options, builder.Environment.IsDevelopment());
        services.AddSingleton(options);
        // Through a factory, so that the container lets go of the folder when the program ends.
        services.AddSingleton(_ => folder);
        services.AddSingleton(clock);
        services.AddJournal(new SchoolFile(folder.Database), folder.Checkpoints(), new SchoolClock(clock, options.Zone()));
        services.AddHostedService(services => services.GetRequiredService<CheckpointKeeper>());
        services.AddHostedService(services => services.GetRequiredService<SeenBook>());
        services.AddHostedService(services => services.GetRequiredService<ReadingBook>());
        services.AddDataProtection().SetApplicationName("Journal").PersistKeysToFileSystem(new(folder.Keys));
        services.AddOurSecurityHeaders();
        services.AddAntiforgery(SecurityHeaders.Antiforgery);
        services.AddProblemDetails();
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddCircuits(options);
        services.AddSingleton<Turnstile>();
        services.AddSingleton<TurnedAwayTally>();
        services.AddHostedService<TurnedAwayLog>();
        services.AddSingleton<BusyPages>();
        services.AddMudServices();
        services.AddTransient<MudLocalizer, PartTexts>();
        services.AddAccounts();
        services.AddSingleton<HomeReading>();
        services.AddSingleton<GridViews>();
        services.AddSingleton<RollViews>();
        services.AddSingleton<Presence>();
        services.AddFamilyPages();
        services.AddHomework();
        services.AddSingleton<DemoSchoolFile>();
        services.AddJournalApi();
        services.AddJournalLive();
        services.AddHealth(options);
        // Whatever is not said to be open is closed.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddProxies(options);
        builder.AddJournalLog(folder);
    }

    public static void UseJournalWeb(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<JournalOptions>();
        if (options.Proxies.Length > 0)
            app.UseForwardedHeaders();

        app.UseOurSecurityHeaders();
        app.UseJournalRequestLog();
        app.UseLanguages();
        app.UseErrors();
        app.UseRouting();
        app.RefuseForeignOrigins();
        app.UseAuthentication();
        app.RefuseTooLarge();
        app.Use(app.Services.GetRequiredService<Turnstile>().Pass);
        app.UseAuthorization();
        app.UseLineDoor();
        app.TurnAwayFromFullPages();
        app.UseMiddleware<CookieCallers>();
        app.UseAntiforgery();
        app.Use(Errors.RefuseForms);
        app.MapStaticAssets().AllowAnonymous().DisableHttpMetrics();
        app.MapHome();
        app.MapSignIn(options);
        app.MapJournalApi();
        app.MapJournalLive();
        app.MapFamilyPages();
        app.MapHomework();
        app.MapMetrics(options);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(Circuits.SetLines);
    }
}
