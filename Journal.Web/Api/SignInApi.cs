using System.Globalization;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Api;

/// <summary>A bearer session: opened by login and password, ended by sign-out.</summary>
internal static class SignInApi
{
    public static void MapSignIn(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sign-in", Open).AllowAnonymous().ProducesProblem(401);
        api.MapPost("/sign-out", End);
    }

    private static async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> Open(
        SignInRequest request,
        SignIn signIn,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (request.Login is not { Length: > 0 } login || request.Password is not { Length: > 0 } password)
            return Problem.BadRequest("login and password are required");

        var result = await signIn.Try(login, password, SignInOrigin.Of(http, SessionKind.Bearer), ct);
        switch (result)
        {
            case SignInResult.SignedIn signedIn:
                http.Response.Headers.CacheControl = "no-store";
                return TypedResults.Ok(new SignInAnswer(signedIn.Created.Token, signedIn.Created.Session.Expires));
            case SignInResult.TooSoon soon:
                http.Response.Headers.RetryAfter = Math.Ceiling(soon.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return TypedResults.Problem(statusCode: StatusCodes.Status429TooManyRequests);
            case SignInResult.Busy:
                http.Response.Headers.RetryAfter = "2";
                return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable);
            case SignInResult.CannotWrite:
                http.Response.Headers.RetryAfter = "30";
                return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable);
            default:
                return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        }
    }

    private static async Task<NoContent> End(HttpContext http, Sessions sessions)
    {
        if (http.User.SessionId() is { } session)
            await sessions.End(session, CancellationToken.None);
        return TypedResults.NoContent();
    }
}
