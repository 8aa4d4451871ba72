using System.Text;

namespace Journal.Core.Import;

/// <summary>
/// Cuts a text into records and fields as RFC 4180 says, and as Excel and people do: any line ending, a quote inside of a bare field is itself. A
/// quote that is never closed is a damaged file, not one long field.
/// </summary>
internal sealed class DelimitedText(string text, char separator)
{
    private readonly StringBuilder _field = new();
    private readonly List<string> _record = [];
    private int _at;

    /// <summary>The next record, or null at the end; an empty line is a record of one empty field.</summary>
    public IReadOnlyList<string>? Next()
    {
        if (_at >= text.Length)
            return null;

        _record.Clear();
        do
        {
            ReadField();
        } while (_at < text.Length && text[_at++] == separator);

        // What ended the record was a line: of two characters it is still one.
        if (_at < text.Length && text[_at - 1] == '\r' && text[_at] == '\n')
            _at++;

        return _record;
    }

    // Stops at the separator or line ending after the field.
    private void ReadField()
    {
        _field.Clear();
        if (_at < text.Length && text[_at] == '"')
            ReadQuoted();
        while (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
            Add(text[_at++]);
        if (_record.Count > TableLimits.MostColumns)
            throw new FileStopped(new FileHasTooManyColumns(TableLimits.MostColumns));
        _record.Add(_field.ToString());
    }

    private void ReadQuoted()
    {
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] != '"')
            {
                Add(text[_at]);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '"')
            {
                Add('"');
                _at++;
            }
            else
            {
                _at++;
                return;
            }
        }

        throw new FileStopped(new FileDamaged());
    }

    private void Add(char letter)
    {
        if (_field.Length == TableLimits.LongestCell)
            throw new FileStopped(new FileDamaged());
        _field.Append(letter);
    }
}
