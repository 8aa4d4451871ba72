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
                http.IsStaffPage() && http.Features.Get<Session>() is { } session && Lines(http).Knock(session) is { } refusal
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
        else if (IsPolling(http.Request))
            await Poll(http, session, next);
        else if (HttpMethods.IsDelete(http.Request.Method))
            await Close(http, session, next);
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

    private static async Task Poll(HttpContext http, Session session, RequestDelegate next)
    {
        var (polled, connection) = (Polled(http), ConnectionOf(http.Request));
        var (line, refusal) = polled.Begin(session, connection, http.Abort);
        if (refusal is { } why)
        {
            await TurnedAway.Answer(http, TurnedAway.Of(why));
            return;
        }

        try
        {
            Line.Current = line;
            // To the transport it is still there for a while.
            await (line.WasCut ? TypedResults.Problem(statusCode: StatusCodes.Status404NotFound).ExecuteAsync(http) : next(http));
        }
        finally
        {
            // Anything else says that there is nothing more to ask for.
            polled.End(session, connection, isOver: http.Response.StatusCode != StatusCodes.Status200OK);
        }
    }

    private static async Task Close(HttpContext http, Session session, RequestDelegate next)
    {
        await next(http);
        Polled(http).Over(session, ConnectionOf(http.Request));
    }

    // A socket, or a stream in one direction; what goes up beside such a one is posted.
    private static bool IsALine(HttpRequest request) =>
        request.Path.Equals("/_blazor", StringComparison.OrdinalIgnoreCase)
        && (HttpMethods.IsConnect(request.Method) || (HttpMethods.IsGet(request.Method) && (IsUpgrade(request) || IsStream(request))));

    private static bool IsPolling(HttpRequest request) =>
        request.Path.Equals("/_blazor", StringComparison.OrdinalIgnoreCase) && HttpMethods.IsGet(request.Method);

    private static bool IsUpgrade(HttpRequest request) =>
        request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase);

    private static bool IsStream(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);

    private static string ConnectionOf(HttpRequest request) => request.Query["id"].ToString();

    private static bool IsAskedForFirst(HttpRequest request) =>
        request.Path.Equals("/_blazor/negotiate", StringComparison.OrdinalIgnoreCase);

    private static PolledLines Polled(HttpContext http) => http.RequestServices.GetRequiredService<PolledLines>();

    private static Lines Lines(HttpContext http) => http.RequestServices.GetRequiredService<Lines>();
}
