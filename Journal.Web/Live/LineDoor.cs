using Journal.Web.Accounts;
using Journal.Web.Hosting;
using Journal.Web.Shell;

namespace Journal.Web.Live;

/// <summary>The door of the lines between pages and the server: whether there is room, and that none outlives its session.</summary>
public static class LineDoor
{
    /// <summary>What a page sends by plain requests where no socket gets through; no single word is longer.</summary>
    private const long Body = 64 << 10;

    /// <summary>Sign-out, a changed password and a frozen account cut the line; a new one needs a living session and room.</summary>
    public static void UseLineDoor(this IApplicationBuilder app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase), lines => lines.Use(Pass));

    /// <summary>A page that lives by its line, and would get none, is not even drawn.</summary>
    public static void TurnAwayFromFullPages(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
                http.IsStaffPage() && http.Features.Get<Session>() is { } session && Lines(http).WhyNot(session) is { } refusal
                    ? TurnedAway.Answer(http, TurnedAway.Of(refusal))
                    : next(http)
        );

    private static async Task Pass(HttpContext http, RequestDelegate next)
    {
        Bodies.Allow(http, Body);
        if (http.Features.Get<Session>() is not { } session)
        {
            await next(http);
            return;
        }

        await using var ending = session.Ended.Register(http.Abort);
        if (IsALine(http.Request))
            await Enter(http, session, next);
        else if (IsAskedForFirst(http.Request) && Lines(http).Knock(session) is { } refusal)
            await TurnedAway.Answer(http, TurnedAway.Of(refusal));
        else
            await next(http);
    }

    private static async Task Enter(HttpContext http, Session session, RequestDelegate next)
    {
        var lines = Lines(http);
        var line = new Line(session, http.RequestServices.GetRequiredService<TimeProvider>(), http.Abort);
        if (lines.Enter(line) is { } refusal)
        {
            await TurnedAway.Answer(http, TurnedAway.Of(refusal));
            return;
        }

        try
        {
            Line.Current = line;
            await next(http);
        }
        finally
        {
            lines.Leave(line);
        }
    }

    // A socket, or what stands in for it; what goes up beside such a one is posted.
    private static bool IsALine(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsConnect(request.Method))
        && request.Path.Equals("/_blazor", StringComparison.OrdinalIgnoreCase);

    private static bool IsAskedForFirst(HttpRequest request) =>
        request.Path.Equals("/_blazor/negotiate", StringComparison.OrdinalIgnoreCase);

    private static Lines Lines(HttpContext http) => http.RequestServices.GetRequiredService<Lines>();
}
