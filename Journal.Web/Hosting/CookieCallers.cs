using Journal.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Net.Http.Headers;

namespace Journal.Web.Hosting;

/// <summary>
/// Cross-site writes to the API. A browser sends the cookie by itself, so a cookie alone proves nothing: the antiforgery header is demanded
/// too. A bearer token never goes by itself. Bodies are JSON or refused: text/plain is what a foreign form can send without asking.
/// </summary>
public sealed class CookieCallers(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!IsUnsafeApi(http.Request))
        {
            await next(http);
            return;
        }

        if (HasBody(http.Request) && !IsJson(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        if (http.Features.Get<Session>() is { IsCookie: true } && !await antiforgery.IsRequestValidAsync(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(http);
    }

    private static bool IsUnsafeApi(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method);

    // JSON is UTF-8 (RFC 8259); another charset would be our failure while reading it. So would be a charset in quotes, which is legal.
    private static bool IsJson(HttpRequest request)
    {
        if (!request.HasJsonContentType() || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return false;
        if (type.Charset.HasValue && !type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return false;

        request.ContentType = "application/json";
        return true;
    }

    private static bool HasBody(HttpRequest request) =>
        request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0 || request.ContentType is not null;
}
