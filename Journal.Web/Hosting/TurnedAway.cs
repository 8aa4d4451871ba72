using Journal.Web.Accounts;
using Journal.Web.Live;
using Journal.Web.Shell;

namespace Journal.Web.Hosting;

/// <summary>Somebody for whom there is no room just now: why, and when it is worth coming again.</summary>
public sealed record TurnedAway(int Status, BusyReason Reason, TimeSpan ComeAgain)
{
    public static TurnedAway Of(LineRefusal refusal) =>
        refusal == LineRefusal.Account
            ? new(StatusCodes.Status429TooManyRequests, BusyReason.TooManyPages, TimeSpan.FromSeconds(10))
            : new(StatusCodes.Status503ServiceUnavailable, BusyReason.Crowded, TimeSpan.FromSeconds(10));

    /// <summary>A problem for a program, a page that is ready made for a person: it costs nothing to say.</summary>
    public static async Task Answer(HttpContext http, TurnedAway why)
    {
        http.Response.StatusCode = why.Status;
        http.Response.Headers.RetryAfter = RetryAfter.Header(why.ComeAgain);
        if (IsForScripts(http.Request))
        {
            await TypedResults.Problem(statusCode: why.Status, detail: Detail(why.Reason)).ExecuteAsync(http);
            return;
        }

        var page = await http.RequestServices.GetRequiredService<BusyPages>().Of(http, why.Reason);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = page.Length;
        await http.Response.Body.WriteAsync(page, http.RequestAborted);
    }

    private static bool IsForScripts(HttpRequest request) =>
        SessionAuthentication.IsForPrograms(request.Path)
        || request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/antiforgery", StringComparison.OrdinalIgnoreCase);

    private static string Detail(BusyReason reason) =>
        reason switch
        {
            BusyReason.TooFast => "too many requests: wait as long as Retry-After says and send the same again",
            BusyReason.TooManyPages => "this account has as many live pages open as it may",
            _ => "the server is busy: wait as long as Retry-After says and send the same again",
        };
}
