using Journal.Web.Api;

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
            })
            .AddJsonProtocol(options => options.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default))
            .AddMessagePackProtocol();
        services.AddSingleton<Subscriptions>();
    }

    public static void MapJournalLive(this IEndpointRouteBuilder routes) =>
        // Personal data of different people would share one compression window; a line longer than its session is cut with it.
        routes.MapHub<LiveHub>("/hubs/live", options => options.WebSockets.CloseTimeout = TimeSpan.FromSeconds(2));

    /// <summary>A browser sends its cookie to a WebSocket of any page: only our own pages may open one with it.</summary>
    public static void RefuseForeignOrigins(this IApplicationBuilder app) =>
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase),
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
            && from.Authority == new Uri($"{request.Scheme}://{request.Host}").Authority
        );
}
