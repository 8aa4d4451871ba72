using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;

namespace Journal.Core.Import;

/// <summary>
/// Reads an XLSX part by part, forward only, under a budget: what a library that builds the whole workbook first would have unpacked already. Formulas
/// are not looked at, nothing outside the file is ever opened.
/// </summary>
internal static class WorkbookReader
{
    private const string Relationships = "xl/_rels/workbook.xml.rels";

    public static Table Read(byte[] file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return Read(new WorkbookParts(archive));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            throw new FileStopped(new FileDamaged());
        }
    }

    private static Table Read(WorkbookParts parts)
    {
        if (!parts.Has("xl/workbook.xml") || !parts.Has(Relationships))
            throw new FileStopped(new FileNotATable());

        var strings = Strings(parts);
        var places = Places(parts);
        var sheets = new List<TableSheet>();
        foreach (var (name, id) in Sheets(parts).Take(TableLimits.MostSheets))
        {
            if (places.TryGetValue(id, out var place) && parts.Has(place))
                sheets.Add(new(name, SheetReader.Read(parts, place, strings)));
        }

        return new([.. sheets]);
    }

    private static List<(string Name, string Id)> Sheets(WorkbookParts parts)
    {
        var sheets = new List<(string, string)>();
        using var xml = parts.Open("xl/workbook.xml");
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "sheet" } || xml.GetAttribute("state") is "hidden" or "veryHidden")
                continue;
            if (RelationshipId(xml) is { } id)
                sheets.Add((xml.GetAttribute("name") ?? "", id));
        }

        return sheets;
    }

    // The sheet has a number of its own without a prefix beside it.
    private static string? RelationshipId(XmlReader xml)
    {
        string? id = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0)
                id = xml.Value;
        }

        xml.MoveToElement();
        return id;
    }

    private static Dictionary<string, string> Places(WorkbookParts parts)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = parts.Open(Relationships);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || xml.GetAttribute("TargetMode") == "External")
                continue;
            if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                places[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        }

        return places;
    }

    private static ImmutableArray<string> Strings(WorkbookParts parts)
    {
        if (!parts.Has("xl/sharedStrings.xml"))
            return [];

        var strings = ImmutableArray.CreateBuilder<string>();
        using var xml = parts.Open("xl/sharedStrings.xml");
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                strings.Add(RichText.Read(xml));
        }

        return strings.ToImmutable();
    }
}
