namespace Journal.Web.Register.Print;

/// <summary>
/// How a text breaks into lines on paper, without a browser: by widths that are never less than our typeface's. So the browser takes as many lines
/// as this says or fewer, and a sheet that is full here is not overfull there.
/// </summary>
internal static class TextFit
{
    private const double MillimetresPerPoint = 25.4 / 72;

    public static double Width(string text, double points) => text.Sum(Em) * points * MillimetresPerPoint;

    public static int Lines(string text, double millimetres, double points) => Wrap(text, millimetres, points).Count;

    /// <summary>A text that is too long for one row, in pieces of at most so many lines; put together they are the text again.</summary>
    public static IReadOnlyList<string> Pieces(string text, double millimetres, double points, int most) =>
        [.. Wrap(text, millimetres, points).Chunk(most).Select(lines => string.Concat(lines))];

    // An empty text has no line. What stands before a break stays on its line, spaces included.
    private static List<string> Wrap(string text, double millimetres, double points)
    {
        var room = millimetres / points / MillimetresPerPoint;
        var lines = new List<string>();
        var (start, end, width) = (0, 0, 0.0);
        foreach (var word in Words(text))
        {
            var size = word.TrimEnd(' ', '\n').Sum(Em);
            if (width + size > room && width > 0)
                Break();
            foreach (var letter in word)
            {
                if (letter is not (' ' or '\n') && width + Em(letter) > room && width > 0)
                    Break();
                width += Em(letter);
                end++;
            }

            if (word[^1] == '\n')
                Break();
        }

        if (end > start)
            lines.Add(text[start..end]);
        return lines;

        void Break()
        {
            lines.Add(text[start..end]);
            (start, width) = (end, 0);
        }
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or '\n')
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        }

        if (start < text.Length)
            yield return text[start..];
    }

    private static double Em(char letter) =>
        letter switch
        {
            '\n' => 0,
            ' ' or '\u00A0' => 0.26,
            'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\u00B7' => 0.34,
            '/' => 0.49,
            'f' or 'r' or 't' or '(' or ')' or '-' or '\u2022' or '\u0433' => 0.5,
            'm' or 'w' or '%' => 0.88,
            'M' or 'W' or '\u2116' => 1.1,
            // The broad letters of the Russian alphabet, small and capital.
            '\u0436' or '\u043C' or '\u0444' or '\u0448' or '\u0449' or '\u044B' or '\u044E' => 0.87,
            '\u0416' or '\u041C' or '\u0424' or '\u0428' or '\u0429' or '\u042E' => 1.02,
            >= '0' and <= '9' => 0.64,
            < '\u0500' when char.IsLower(letter) => 0.62,
            < '\u0500' when char.IsUpper(letter) => 0.78,
            < '\u0500' or (>= '\u2000' and < '\u2100') => 0.75,
            _ => 1.1,
        };
}
