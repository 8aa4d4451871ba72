using System.Collections.Immutable;
using System.Text;

namespace Journal.Core.Import;

/// <summary>Reads text in columns: UTF-8 or windows-1251, between semicolons, commas or tabs, quoted or not.</summary>
internal static class TextTable
{
    // Asked in this order; of two that fit equally well the earlier is meant.
    private static readonly char[] Separators = [';', '\t', ','];

    public static Table Read(byte[] file)
    {
        var (text, encoding) = Decode(file);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new FileStopped(new FileNotATable());

        // Topics are full of commas: the separator is the one by which a heading row is found, else the one that makes most columns of it.
        var best = Separators.MaxBy(separator => Fitness(Rows(text, separator, PlanColumns.MostRowsAbove)));
        var rows = Rows(text, best, TableLimits.MostRows + 1);
        if (rows.Length > TableLimits.MostRows)
            throw new FileStopped(new FileHasTooManyRows(TableLimits.MostRows));

        return new([new TableSheet("", rows)], new TextForm(encoding, best));
    }

    private static int Fitness(ImmutableArray<TableRow> rows) =>
        rows.Max(row => PlanColumns.In(row) is { } columns ? 1000 + columns.Known : (int?)row.Cells.Length) ?? 0;

    private static ImmutableArray<TableRow> Rows(string text, char separator, int most)
    {
        var (records, rows) = (new DelimitedText(text, separator), ImmutableArray.CreateBuilder<TableRow>());
        for (var number = 1; rows.Count < most && records.Next() is { } cells; number++)
        {
            if (cells.Count > TableLimits.MostColumns)
                throw new FileStopped(new FileHasTooManyColumns(TableLimits.MostColumns));
            if (!cells.All(string.IsNullOrWhiteSpace))
                rows.Add(new(number, [.. cells], HasFormula: false));
        }

        return rows.ToImmutable();
    }

    private static (string Text, string Encoding) Decode(byte[] file)
    {
        var bytes = file.AsSpan();
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return (Encoding.UTF8.GetString(bytes[3..]), "UTF-8");
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return (Encoding.Unicode.GetString(bytes[2..]), "UTF-16");

        try
        {
            return (new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            // What is not UTF-8 in a Russian school was saved by its Excel.
            return (CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(bytes), "windows-1251");
        }
    }
}
