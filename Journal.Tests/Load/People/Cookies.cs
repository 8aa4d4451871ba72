using System.Net.Http.Headers;

namespace Journal.Load.People;

/// <summary>A browser's cookies, as one header.</summary>
internal sealed class Cookies
{
    private readonly SortedDictionary<string, string> _kept = new(StringComparer.Ordinal);

    public string Header { get; private set; } = "";

    public void Take(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("Set-Cookie", out var set))
            return;

        foreach (var cookie in set)
        {
            var pair = cookie.Split(';', 2)[0].Split('=', 2);
            _kept[pair[0]] = pair[1];
        }

        Header = string.Join("; ", _kept.Select(one => $"{one.Key}={one.Value}"));
    }

    public Cookies Copy()
    {
        var copy = new Cookies { Header = Header };
        foreach (var (name, value) in _kept)
            copy._kept[name] = value;
        return copy;
    }
}
