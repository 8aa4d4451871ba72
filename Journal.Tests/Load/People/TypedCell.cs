namespace Journal.Load.People;

/// <summary>What one key wrote: where, when, and what came of it. Times are of the stopwatch.</summary>
internal sealed class TypedCell(int course, int work, int student, string value, long typed)
{
    public int Course => course;

    public (int Work, int Student) Cell => (work, student);

    public string Value => value;

    public long Typed => typed;

    public Guid CommandId { get; } = Guid.CreateVersion7();

    /// <summary>A comment for the family that no other edit has: a page that shows it shows this edit.</summary>
    public string Token { get; } = Tokens.Next();

    /// <summary>The version of the cell it was typed over.</summary>
    public long Expected { get; set; }

    /// <summary>0 until it was acknowledged.</summary>
    public long Seq { get; set; }

    public long Acknowledged { get; set; }
}

/// <summary>Marks of edits that can be found again in a page: ~17~.</summary>
internal static class Tokens
{
    private const char Edge = '~';
    private static int _last;

    public static string Next() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Edge}{Interlocked.Increment(ref _last)}{Edge}");

    public static IEnumerable<string> In(string html)
    {
        for (var at = html.IndexOf(Edge); at >= 0; at = html.IndexOf(Edge, at + 1))
        {
            var end = html.IndexOf(Edge, at + 1);
            if (end < 0)
                yield break;
            yield return html[at..(end + 1)];
            at = end;
        }
    }
}
