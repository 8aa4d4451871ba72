using System.Globalization;
using System.Text.Json;

namespace Journal.Load.Figures;

/// <summary>One line of the table.</summary>
/// <param name="Raw">The raw figure of the same run it is compared with, in the same unit.</param>
/// <param name="Goal">At most this; for rates at least.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Raw = null, double? Goal = null, bool AtLeast = false)
{
    public double? Ratio => Raw is > 0 ? Value / Raw : null;

    public bool? Reached =>
        Goal is null ? null
        : AtLeast ? Value >= Goal
        : Value <= Goal;
}

/// <summary>What a run found: a table for people, JSON for programs.</summary>
internal sealed class Report(string scenario, string arrives)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // A figure of nothing is NaN.
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly List<Figure> _figures = [];
    private readonly List<string> _losses = [];

    /// <summary>What must never be: a lost edit, a page that shows something else, an error. Any of them fails the run.</summary>
    public IReadOnlyList<string> Losses => _losses;

    public void Add(string name, double value, string unit, double? raw = null, double? goal = null, bool atLeast = false) =>
        _figures.Add(new(name, value, unit, raw, goal, atLeast));

    public void Add(string name, Latencies times, double? raw = null, double? goal99 = null)
    {
        Add($"{name}, number", times.Count, "");
        Add($"{name}, p50", times.At(0.5), "ms", raw);
        Add($"{name}, p95", times.At(0.95), "ms", raw);
        Add($"{name}, p99", times.At(0.99), "ms", raw, goal99);
        Add($"{name}, max", times.Max, "ms", raw);
    }

    /// <summary>Counts what must be none.</summary>
    public void MustBeNone(string what, int count)
    {
        Add(what, count, "", goal: 0);
        if (count > 0)
            Lose(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}"));
    }

    public void Lose(string what) => _losses.Add(what);

    public void Print(TextWriter to)
    {
        to.WriteLine();
        to.WriteLine($"{scenario}: {arrives}");
        to.WriteLine($"  {"", -58}{"", 12}{"raw", 12}{"ratio", 9}{"goal", 10}");
        foreach (var figure in _figures)
            to.WriteLine(Line(figure));
        foreach (var loss in _losses)
            to.WriteLine($"  LOST  {loss}");
    }

    public void Write(string path) =>
        File.WriteAllText(
            path,
            JsonSerializer.Serialize(
                new
                {
                    scenario,
                    arrives,
                    figures = _figures,
                    losses = _losses,
                },
                Indented
            )
        );

    private static string Line(Figure one)
    {
        var goal = one.Goal is { } wanted ? $"{(one.AtLeast ? "≥" : "≤")} {Short(wanted)}" : "";
        var verdict = one.Reached == false ? "  missed" : "";
        return $"  {one.Name, -58}{Short(one.Value) + " " + one.Unit, 12}{Short(one.Raw), 12}{Short(one.Ratio), 9}{goal, 10}{verdict}";
    }

    private static string Short(double? value) =>
        value switch
        {
            null => "",
            >= 1000 or <= -1000 => value.Value.ToString("#,0", CultureInfo.InvariantCulture),
            >= 100 => value.Value.ToString("0", CultureInfo.InvariantCulture),
            _ => value.Value.ToString("0.##", CultureInfo.InvariantCulture),
        };
}
