using Microsoft.AspNetCore.Http.Features;

namespace Journal.Web.Hosting;

/// <summary>How much a request may carry. What is too much by its own account is refused before it is read, in a sentence.</summary>
public static class Bodies
{
    public static void RefuseTooLarge(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                // What is read carries nothing; a page about a refusal is read in its place.
                if (HttpMethods.IsGet(http.Request.Method) || http.Request.ContentLength is not { } length || length <= Most(http))
                    return next(http);

                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return Task.CompletedTask;
            }
        );

    public static void Allow(HttpContext http, long most)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = most;
    }

    /// <summary>What it says it carries, else what it may.</summary>
    public static int Kilobytes(HttpContext http) => (int)(((http.Request.ContentLength ?? Most(http)) >> 10) + 1);

    private static long Most(HttpContext http) =>
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? Limits.EditsBody;
}
