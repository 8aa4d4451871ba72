using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Journal.Web.Live;

/// <summary>The lines of interactive pages: how long a lost one is waited for, and that none outlives its session.</summary>
public static class Circuits
{
    public static void AddCircuits(this IServiceCollection services)
    {
        services.AddScoped<CircuitHandler, EndedCircuits>();
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(options =>
            {
                // A blip of the school's network must not drop everybody at once.
                options.DisconnectedCircuitMaxRetained = 5000;
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            })
            // line.js waits for two of these before it calls the line broken.
            .AddHubOptions(options => options.KeepAliveInterval = TimeSpan.FromSeconds(10));
    }

    public static void SetLines(ServerComponentsEndpointOptions options)
    {
        // Personal data of different people would share one compression window.
        options.DisableWebSocketCompression = true;
        // Our own policy says it for every answer.
        options.ContentSecurityFrameAncestorsPolicy = null;
    }

    /// <summary>Sign-out, a changed password and a frozen account cut the line; a new one needs a living session.</summary>
    public static void CutLinesOfEndedSessions(this IApplicationBuilder app) =>
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase),
            lines =>
                lines.Use(
                    async (http, next) =>
                    {
                        await using var ending = http.Features.Get<Session>()?.Ended.Register(http.Abort) ?? default;
                        await next(http);
                    }
                )
        );
}
