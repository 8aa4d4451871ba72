using System.Globalization;
using Journal.Web.Accounts;
using Journal.Web.Health;
using Serilog;
using Serilog.Events;

namespace Journal.Web.Hosting;

/// <summary>The technician's log: no names, no tokens, no query strings, and not a line per typed mark.</summary>
public static class JournalLog
{
    public static void AddJournalLog(this WebApplicationBuilder builder, DataFolder folder)
    {
        var levels = builder.Configuration.GetSection("Logging:LogLevel").GetChildren().ToDictionary(l => l.Key, l => Level(l.Value));
        builder.Services.AddSerilog(
            (_, log) =>
            {
                log.MinimumLevel.Is(levels.GetValueOrDefault("Default", LogEventLevel.Information));
                foreach (var (source, level) in levels.Where(l => l.Key != "Default"))
                    log.MinimumLevel.Override(source, level);
                // It writes whole addresses, access_token included. No setting may switch it on.
                log.MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Fatal);
                // Keys lie in the data folder, which is closed to other users; a visitor without a session is no news.
                log.MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error);
                log.MinimumLevel.Override(typeof(SessionAuthentication).FullName!, LogEventLevel.Warning);
                log.MinimumLevel.Override(typeof(MetricsKey).FullName!, LogEventLevel.Warning);
                // A port that is taken is said in a sentence; a background service that fails is told once more, as fatal.
                log.MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal);
                // It calls every refused subscription an error; HubFaults logs those that are ours.
                log.MinimumLevel.Override("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogEventLevel.Fatal);

                log.Enrich.FromLogContext();
                log.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture);
                log.WriteTo.File(
                    Path.Combine(folder.Logs, "journal-.log"),
                    rollingInterval: RollingInterval.Day,
                    retainedFileCountLimit: 31,
                    fileSizeLimitBytes: 32 << 20,
                    rollOnFileSizeLimit: true,
                    formatProvider: CultureInfo.InvariantCulture
                );
            },
            preserveStaticLogger: true
        );
    }

    /// <summary>Failures and slow answers only; path without its query.</summary>
    public static void UseJournalRequestLog(this IApplicationBuilder app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.IncludeQueryInRequestPath = false;
            options.GetLevel = Level;
        });

    internal static LogEventLevel Level(HttpContext http, double milliseconds, Exception? failure) =>
        // Whoever is asked to come again is counted, not written down one by one (docs/limits.md).
        http.Response
            is { StatusCode: StatusCodes.Status503ServiceUnavailable, Headers.RetryAfter.Count: > 0 }
            ? LogEventLevel.Debug
        : failure is not null || http.Response.StatusCode >= 500 ? LogEventLevel.Error
        : milliseconds > 1000 && !IsOfALine(http.Request) ? LogEventLevel.Warning
        : LogEventLevel.Debug;

    // As a socket or as a request that waits for news: it is meant to take long.
    private static bool IsOfALine(HttpRequest request) =>
        request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);

    private static LogEventLevel Level(string? name) =>
        name switch
        {
            "Trace" => LogEventLevel.Verbose,
            "Critical" => LogEventLevel.Fatal,
            "None" => LevelAlias.Off,
            _ => Enum.TryParse<LogEventLevel>(name, out var level) ? level : LogEventLevel.Information,
        };
}
