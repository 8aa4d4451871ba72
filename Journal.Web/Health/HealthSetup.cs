using Journal.Web.Api;
using Journal.Web.Hosting;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Server.Circuits;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Journal.Web.Health;

/// <summary>How the server tells of itself: instruments, the page for who runs it, and the address for a monitoring system.</summary>
public static class HealthSetup
{
    private const string Address = "/metrics";

    // .NET's own: memory and its pauses, requests by the template of their route, connections, who was turned away for asking too often.
    private static readonly string[] Meters =
    [
        Core.Basics.JournalMeter.Name,
        "System.Runtime",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    public static void AddHealth(this IServiceCollection services, JournalOptions options)
    {
        services.AddSingleton<OpenPages>();
        services.AddSingleton<CircuitHandler>(all => all.GetRequiredService<OpenPages>());
        services.AddSingleton<Readout>();
        services.AddHostedService<Measuring>();
        if (!options.TellsMetrics)
            return;
        if (options.MetricsKey.Length < MetricsKey.Shortest)
            throw CannotStart.Because(nameof(Words.StartMetricsKeyShort), MetricsKey.Shortest);

        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, MetricsKey>(MetricsKey.Scheme, null);
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("journal", serviceVersion: HealthApi.Version))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
    }

    /// <summary>Without a key there is no such address, for nobody.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes, JournalOptions options)
    {
        if (options.TellsMetrics)
            routes.MapPrometheusScrapingEndpoint(Address).RequireAuthorization(MetricsKey.Shown).DisableHttpMetrics();
        else
            routes.Map(Address, NotFound).AllowAnonymous().ExcludeFromDescription();
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
