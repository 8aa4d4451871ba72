using Journal.Web.Api;
using Microsoft.AspNetCore.SignalR;

namespace Journal.Web.Live;

public static class LiveSetup
{
    public static void AddJournalLive(this IServiceCollection services)
    {
        services
            .AddSignalR(options =>
            {
                options.MaximumReceiveMessageSize = 4096;
                options.MaximumParallelInvocationsPerClient = 1;
                options.AddFilter<HubFaults>();
            })
            .AddJsonProtocol(options => ApiJson.Set(options.PayloadSerializerOptions))
            .AddMessagePackProtocol();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<HubFaults>();
    }

    public static void MapJournalLive(this IEndpointRouteBuilder routes) =>
        // Personal data of different people would share one compression window; a line longer than its session is cut with it.
        routes.MapHub<LiveHub>("/hubs/live", options => options.WebSockets.CloseTimeout = TimeSpan.FromSeconds(2));

    /// <summary>A browser sends its cookie to a WebSocket of any page: only our own pages may open one with it.</summary>
    public static void RefuseForeignOrigins(this IApplicationBuilder app) =>
        app.UseWhen(
            http =>
                http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
                || http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase),
            hubs =>
                hubs.Use(
                    (http, next) =>
                    {
                        if (IsOwn(http.Request))
                            return next(http);

                        http.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    }
                )
        );

    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (
            Uri.TryCreate(origin, UriKind.Absolute, out var from)
            // The host is the caller's text too, and not always one that makes an address.
            && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
            && from.Authority == own.Authority
        );
}
