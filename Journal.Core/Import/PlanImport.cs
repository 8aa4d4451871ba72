using System.Collections.Immutable;

namespace Journal.Core.Import;

/// <summary>Reads the lesson plans out of a teacher's file or an official one. A dry run: it says what it found, and writes nothing.</summary>
public static class PlanImport
{
    public static Parsed<PlanDryRun> Read(byte[] file)
    {
        var table = TableFile.Read(file);
        return table.Value is { } read ? Read(read) : table.Refusal!;
    }

    public static Parsed<PlanDryRun> Read(Table table)
    {
        var (parts, found, ignored) = (new List<PlanPart>(), new List<PlanColumn>(), new List<string>());
        foreach (var sheet in table.Sheets)
        {
            if (HeadingsOf(sheet) is not var (columns, headings, rows))
                continue;
            found.AddRange(columns.Found(headings));
            ignored.AddRange(columns.Ignored);
            parts.AddRange(PartsOf(sheet.Name, columns, rows));
        }

        if (parts.Count == 0)
            return new FileHasNoTopics();

        // The sheet's name matters only where there are several.
        return new PlanDryRun(
            [.. parts.Count == 1 ? parts.Select(part => part with { Name = "" }) : parts],
            [.. ignored.Distinct(StringComparer.OrdinalIgnoreCase)]
        )
        {
            Columns = [.. found.Distinct()],
            Form = table.Form,
        };
    }

    private static (PlanColumns Columns, TableRow Headings, ImmutableArray<TableRow> Rows)? HeadingsOf(TableSheet sheet)
    {
        foreach (var (place, row) in sheet.Rows.Take(PlanColumns.MostRowsAbove).Index())
        {
            if (PlanColumns.In(row) is not { } columns)
                continue;
            var below = sheet.Rows[(place + 1)..];
            if (below.Length > 0 && IsSecondHeading(below[0], columns))
                (columns, below) = (columns.Below(below[0]), below[1..]);
            if (below.Length > 0 && IsCountOfColumns(below[0]))
                below = below[1..];

            return (columns, row, below);
        }

        return null;
    }

    private static bool IsSecondHeading(TableRow row, PlanColumns columns) =>
        row[columns.Topic].Length == 0 && row[columns.Number].Length == 0 && columns.Below(row) != columns;

    // «1 2 3 4 5» under the headings.
    private static bool IsCountOfColumns(TableRow row)
    {
        string[] cells = [.. row.Cells.Where(cell => cell.Length > 0)];
        return cells.Length > 2 && cells.Index().All(cell => cell.Item.Trim() == $"{cell.Index + 1}");
    }

    private static IEnumerable<PlanPart> PartsOf(string sheet, PlanColumns columns, ImmutableArray<TableRow> rows)
    {
        var parts = new OrderedDictionary<string, List<TableRow>>(StringComparer.Ordinal);
        var key = "";
        foreach (var row in rows)
        {
            var named = string.Join(", ", columns.Parts.Select(column => row[column].Trim()).Where(value => value.Length > 0));
            // A row that does not say belongs to the one above.
            key = named.Length > 0 ? named : key;
            if (!parts.TryGetValue(key, out var own))
                parts.Add(key, own = []);
            own.Add(row);
        }

        foreach (var (name, own) in parts)
        {
            var part = new PlanPartReader(columns, own).Read(parts.Count == 1 ? sheet : name);
            if (!part.Rows.IsEmpty || part.HasErrors)
                yield return part;
        }
    }
}
