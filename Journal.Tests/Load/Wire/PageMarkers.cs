using System.Text.Json;
using System.Text.RegularExpressions;

namespace Journal.Load.Wire;

/// <summary>The places of a page's HTML where the server's live components begin, as a browser finds them.</summary>
internal sealed partial class PageMarkers
{
    private readonly JsonElement[] _markers;

    private PageMarkers(JsonElement[] markers, string state) => (_markers, State) = (markers, state);

    /// <summary>What the components were drawn with, protected; it goes back to the server as it came.</summary>
    public string State { get; }

    public static PageMarkers Of(string html) =>
        new(
            [.. Marker().Matches(html).Select(one => JsonDocument.Parse(one.Groups[1].Value).RootElement)],
            StateComment().Match(html) is { Success: true } found ? found.Groups[1].Value : ""
        );

    public string Add(int batch) => Operations("add", batch);

    public string Update(int batch) => Operations("update", batch);

    private string Operations(string type, int batch) =>
        JsonSerializer.Serialize(
            new
            {
                batchId = batch,
                operations = _markers.Select(
                    (marker, place) =>
                        new
                        {
                            type,
                            ssrComponentId = place + 1,
                            marker,
                        }
                ),
            }
        );

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->", RegexOptions.None, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.None, 1000)]
    private static partial Regex StateComment();
}
