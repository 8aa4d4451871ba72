using System.Globalization;
using System.Net.Http.Headers;

namespace Journal.Load.Server;

/// <summary>What /metrics said at one moment.</summary>
internal sealed class Metrics
{
    private readonly List<(string Name, string Labels, double Value)> _all = [];

    public static async Task<Metrics> Read(HttpClient http, Uri server, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, "/metrics"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", LoadServer.MetricsKey);
        using var answer = await http.SendAsync(request, ct);
        var metrics = new Metrics();
        if (answer.IsSuccessStatusCode)
            metrics.Take(await answer.Content.ReadAsStringAsync(ct));
        return metrics;
    }

    /// <summary>NaN when there is no such metric.</summary>
    public double Sum(string name, string labels = "")
    {
        var found = _all.Where(one => one.Name == name && one.Labels.Contains(labels, StringComparison.Ordinal)).ToList();
        return found.Count == 0 ? double.NaN : found.Sum(one => one.Value);
    }

    private void Take(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            var end = line.LastIndexOf('}');
            var open = line.IndexOf('{');
            var name = open < 0 ? line[..line.IndexOf(' ')] : line[..open];
            var value = (end < 0 ? line[(name.Length + 1)..] : line[(end + 2)..]).Split(' ')[0];
            _all.Add((name, end < 0 ? "" : line[open..end], double.Parse(value, CultureInfo.InvariantCulture)));
        }
    }
}
