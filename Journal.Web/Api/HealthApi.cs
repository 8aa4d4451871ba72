using System.Reflection;
using Journal.Core.Persistence;

namespace Journal.Web.Api;

internal static class HealthApi
{
    public static readonly string Version =
        typeof(HealthApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/health", async (ChangeLog log, CancellationToken ct) => new HealthAnswer("ok", Version, await log.Head(ct)))
            .AllowAnonymous();
}
