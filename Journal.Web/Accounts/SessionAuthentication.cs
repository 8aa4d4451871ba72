using System.Text.Encodings.Web;
using Journal.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Journal.Web.Accounts;

/// <summary>One way in for both kinds of callers: a cookie from a browser, a bearer token from a program.</summary>
public sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    Sessions sessions
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Session";
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Whoever shows a header is judged by it alone: a bad bearer never falls back to the cookie beside it.
        if (Request.Headers.Authorization.ToString() is { Length: > 0 } header)
            return Result(header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : "", bearer: true);
        if (TokenOfALiveConnection() is { } query)
            return Result(query, bearer: true);
        if (SessionCookie.Read(Request) is { } cookie)
            return Result(cookie, bearer: false);

        return Task.FromResult(AuthenticateResult.NoResult());
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsForPrograms(Request.Path))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
            return Task.CompletedTask;
        }

        var wanted = HttpMethods.IsGet(Request.Method) ? $"{Request.PathBase}{Request.Path}{Request.QueryString}" : "/";
        Response.Redirect(wanted == "/" ? "/sign-in" : $"/sign-in?return={Uri.EscapeDataString(wanted)}");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    internal static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase);

    // A browser cannot put a header on a WebSocket or an event stream.
    private string? TokenOfALiveConnection() =>
        Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        && Request.Query["access_token"].ToString() is { Length: > 0 } token
            ? token
            : null;

    private Task<AuthenticateResult> Result(string token, bool bearer)
    {
        // A cookie's token in a header, or the other way round, is a stolen one.
        if (sessions.Find(token) is not { } session || session.IsCookie == bearer)
            return Task.FromResult(AuthenticateResult.Fail("No such session."));

        if (session.IsKiosk && ByHand.WentThere(Request))
            sessions.Touch(session);
        Context.Features.Set(session);
        return Task.FromResult(AuthenticateResult.Success(new(session.Principal, Scheme)));
    }
}
