using Journal.Core.Access;
using Microsoft.Net.Http.Headers;

namespace Journal.Web.Diary;

/// <summary>
/// Writes down that somebody of the family looked at a diary. A page that asks for itself anew, or of which a copy is kept, is not being looked at: only
/// one that a person went to counts. What is left is told by the page itself.
/// </summary>
public sealed class Looking(FamilyReadings readings, IHttpContextAccessor http)
{
    private const string Mode = "Sec-Fetch-Mode";
    private const string Enhanced = "text/html; blazor-enhanced-nav=on";

    public void At(DiaryReader reader)
    {
        if (http.HttpContext is { } context && WentThere(context.Request))
            readings.Looked(reader.Person, reader.Student);
    }

    // Old browsers say nothing of how they ask; then it is taken for a person.
    private static bool WentThere(HttpRequest request) =>
        request.Headers[Mode] is not [{ } mode]
        || mode == "navigate"
        || (request.Headers[HeaderNames.Accept].ToString().StartsWith(Enhanced, StringComparison.Ordinal) && !IsSamePage(request));

    // The framework goes from page to page by a request of its own, and asks for the same one anew by the same.
    private static bool IsSamePage(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from)
        && from.PathAndQuery == $"{request.PathBase}{request.Path}{request.QueryString}";
}
