using Journal.Web.Hosting;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Journal.Web.Live;

/// <summary>Interactive pages: how many are kept, how long a lost line is waited for, and how much may lie on one.</summary>
public static class Circuits
{
    public static void AddCircuits(this IServiceCollection services, JournalOptions school)
    {
        services.AddSingleton<Lines>();
        services.AddSingleton<PolledLines>();
        services.AddScoped<PageLine>();
        services.AddSingleton<DrawingTurns>();
        services.AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<PageLine>());
        services.AddScoped<CircuitHandler, EndedCircuits>();
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(options =>
            {
                // A blip of the school's network must not drop everybody at once.
                options.DisconnectedCircuitMaxRetained = school.Lines;
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
                // More is not drawn until the browser has confirmed some of it.
                options.MaxBufferedUnacknowledgedRenderBatches = 10;
            })
            .AddHubOptions(options =>
            {
                // line.js waits for two of these before it calls the line broken.
                options.KeepAliveInterval = TimeSpan.FromSeconds(10);
                // Shorter than the patience with those who read and confirm nothing (Lines).
                options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
                options.MaximumReceiveMessageSize = 32 << 10;
            });
    }

    public static void SetLines(ServerComponentsEndpointOptions options)
    {
        // Personal data of different people would share one compression window.
        options.DisableWebSocketCompression = true;
        // Our own policy says it for every answer.
        options.ContentSecurityFrameAncestorsPolicy = null;
    }
}
