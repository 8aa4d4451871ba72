using System.Globalization;
using System.Reflection;

namespace Journal.Core.Demo;

/// <summary>The lists the demo school is made of, shipped inside the program (see NOTICE).</summary>
internal static class DemoData
{
    private static readonly Assembly Home = typeof(DemoData).Assembly;

    /// <summary>The rows of a list without its heading. Our own lists: semicolons, no quotes.</summary>
    public static IReadOnlyList<string[]> Rows(string list)
    {
        var resource = Array.Find(Home.GetManifestResourceNames(), n => n.EndsWith($".Demo.Data.{list}.csv", StringComparison.Ordinal));
        using var reader = new StreamReader(Home.GetManifestResourceStream(resource!)!);
        var rows = new List<string[]>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            rows.Add(line.Split(';'));

        return rows;
    }

    public static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Hours a week in halves of an hour: «0,5» is 1, «3» is 6.</summary>
    public static int HalfHours(string text) => (int)(decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture) * 2);

    /// <summary>«5–8» is 5, 6, 7, 8; «5» is itself.</summary>
    public static IEnumerable<int> Grades(string text)
    {
        var ends = text.Split('–');

        return Enumerable.Range(Whole(ends[0]), Whole(ends[^1]) - Whole(ends[0]) + 1);
    }
}
