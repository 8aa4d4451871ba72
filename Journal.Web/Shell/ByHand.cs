using Microsoft.Net.Http.Headers;

namespace Journal.Web.Shell;

/// <summary>
/// Tells a page that a person went to from one that asks for itself anew or of which a copy is kept: the former was looked at, the latter may lie
/// open with nobody in front of it.
/// </summary>
public static class ByHand
{
    private const string Mode = "Sec-Fetch-Mode";
    private const string Enhanced = "text/html; blazor-enhanced-nav=on";

    // Old browsers say nothing of how they ask; then it is taken for a person.
    public static bool WentThere(HttpRequest request) =>
        request.Headers[Mode] is not [{ } mode]
        || mode == "navigate"
        || (request.Headers[HeaderNames.Accept].ToString().StartsWith(Enhanced, StringComparison.Ordinal) && !IsSamePage(request));

    // The framework goes from page to page by a request of its own, and asks for the same one anew by the same.
    private static bool IsSamePage(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from)
        && from.PathAndQuery == $"{request.PathBase}{request.Path}{request.QueryString}";
}
