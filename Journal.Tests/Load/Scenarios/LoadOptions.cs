using System.Globalization;

namespace Journal.Load.Scenarios;

/// <summary>What was said on the command line; what was left out is the scenario's own.</summary>
internal sealed record LoadOptions(string Scenario, IReadOnlyDictionary<string, string> Said)
{
    private static readonly string[] Numbers = ["staff", "readers", "hub", "teachers", "rate", "seconds", "sign-ins"];
    private static readonly string[] Texts = ["url", "program", "data", "json"];
    private static readonly string[] Switches = ["short", "small"];

    public bool IsShort => Said.ContainsKey("short");

    /// <summary>The small demonstration instead of the large one.</summary>
    public bool IsSmall => IsShort || Said.ContainsKey("small");

    public Uri? Url => Said.TryGetValue("url", out var url) ? new Uri(url) : null;

    /// <summary>A published server instead of the one that was built beside.</summary>
    public string? Program => Said.TryGetValue("program", out var program) ? Path.GetFullPath(program) : null;

    /// <summary>Where filled schools are kept between runs.</summary>
    public string Kept => Said.GetValueOrDefault("data") ?? Path.Combine(Path.GetTempPath(), "journal-load-schools");

    public string? Json => Said.GetValueOrDefault("json");

    /// <param name="whole">Of the whole scenario.</param>
    /// <param name="little">Of the short one.</param>
    public int Number(string name, int whole, int little) =>
        Said.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture)
        : IsShort ? little
        : whole;

    public double Rate(double usual) => Said.TryGetValue("rate", out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : usual;

    /// <summary>Null when something was not understood.</summary>
    public static LoadOptions? Of(string[] args)
    {
        if (args is [])
            return null;

        // Without a scenario the one in which most can go wrong.
        var scenario = args[0].StartsWith("--", StringComparison.Ordinal) ? "reconnect-storm" : args[0];
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = args[0] == scenario ? 1 : 0; i < args.Length; i++)
        {
            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : "";
            if (Switches.Contains(name))
                said[name] = "";
            else if (i + 1 < args.Length && Understands(name, args[i + 1]))
                said[name] = args[++i];
            else
                return null;
        }

        return new(scenario, said);
    }

    private static bool Understands(string name, string value) =>
        name == "url" ? Uri.TryCreate(value, UriKind.Absolute, out var url) && url.IsLoopback
        : name == "rate" ? double.TryParse(value, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 100
        : Numbers.Contains(name) ? int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 10_000
        : Texts.Contains(name);
}
