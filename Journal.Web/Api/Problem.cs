using Journal.Core.Writing;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Api;

/// <summary>Answers of the API that are not the thing asked for, as problem+json.</summary>
internal static class Problem
{
    /// <summary>The request itself is wrong: nothing was done.</summary>
    public static ProblemHttpResult BadRequest(string detail) =>
        TypedResults.Problem(detail: detail, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>There is no such thing, or it is not for this caller: one answer for both.</summary>
    public static ProblemHttpResult NotFound() => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult TooLarge(string detail) =>
        TypedResults.Problem(detail: detail, statusCode: StatusCodes.Status413PayloadTooLarge);

    /// <summary>Nothing is wrong with it: the disk cannot be written just now, or too much waits to be.</summary>
    public static bool IsForLater(Answer answer) => answer is Refused { Why: StorageFailed or JournalBusy };

    public static ProblemHttpResult Later(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfter.Header(TimeSpan.FromSeconds(2));
        return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
