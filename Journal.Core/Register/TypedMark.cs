using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>What a person types into a mark cell: 5 · 4/5 · 45 · 4. · . · зач; nothing clears the cell.</summary>
public static class TypedMark
{
    public const int Longest = 16;
    private const char Due = '•';

    public static Typed<CellValue> Parse(string typed, MarkScale scale)
    {
        if (typed.Length > Longest)
            return new ValueTooLong(typed.Length, Longest);

        var text = typed.Trim(' ', '\u00A0');
        if (text.Length == 0)
            return CellValue.Empty;
        // Alone a comma is no due mark: on a Latin layout that key is «б» (see TypedAttendance).
        if (text is "." or "•" or "ю" or "Ю")
            return CellValue.Empty with { Due = true };

        var due = text[^1] is '.' or Due or ',' or 'ю' or 'Ю';
        var marks = Marks(due ? text[..^1].TrimEnd(' ', '\u00A0') : text, scale);
        return marks.Value is { } cell ? cell with { Due = due } : marks;
    }

    public static string Text(CellValue value, MarkScale scale)
    {
        var marks = string.Join('/', new[] { value.First, value.Second }.OfType<short>().Select(code => scale.WithCode(code)?.Text ?? "?"));
        return value.Due ? marks + Due : marks;
    }

    private static Typed<CellValue> Marks(string text, MarkScale scale)
    {
        // «н/а» has a slash of its own, so the whole text is tried first.
        var pieces = Find(text, scale) is null ? Pieces(text, scale) : [text];
        var values = new List<ScaleValue>(pieces.Length);
        foreach (var piece in pieces)
        {
            if (Find(piece, scale) is not { } value)
                return new NotOnTheScale(text, scale.Id);

            values.Add(value);
        }

        if (values.Find(value => value.TermOnly) is not null)
            return new OnlyForTerm(text, scale.Id);
        if (values.Find(value => !value.InUse) is not null)
            return new ValueNotInUse(text, scale.Id);
        if (values.Count > 2)
            return new TooManyMarks(text, 2);

        return CellValue.Of(values[0].Code, values.Count == 2 ? values[1].Code : null);
    }

    private static string[] Pieces(string text, MarkScale scale)
    {
        if (text.Contains('/', StringComparison.Ordinal))
            return text.Split('/', StringSplitOptions.TrimEntries);

        return scale.HasOnlyOneDigitNumbers && text.Length > 1 && text.All(char.IsAsciiDigit)
            ? [.. text.Select(digit => digit.ToString())]
            : [text];
    }

    private static ScaleValue? Find(string text, MarkScale scale) =>
        KeyboardLayout.Readings(text).Select(scale.WithText).FirstOrDefault(value => value is not null);
}
