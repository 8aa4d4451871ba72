using System.Text;
using System.Xml;

namespace Journal.Core.Import;

/// <summary>The text of a cell, whatever its pieces look like; how it is pronounced in Japanese is left out.</summary>
internal static class RichText
{
    /// <summary>From the element that holds it to its end.</summary>
    public static string Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";

        var (text, depth, reading) = (new StringBuilder(), xml.Depth, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
                Pass(xml);
            if (xml is { LocalName: "t", NodeType: XmlNodeType.Element or XmlNodeType.EndElement })
                reading = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            else if (reading && IsText(xml) && text.Length <= TableLimits.LongestCell)
                text.Append(xml.Value);
        }

        return text.ToString();
    }

    /// <summary>The plain text of an element without others in it, to its end.</summary>
    public static string Plain(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";

        var (text, depth) = (new StringBuilder(), xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (IsText(xml) && text.Length <= TableLimits.LongestCell)
                text.Append(xml.Value);
        }

        return text.ToString();
    }

    private static bool IsText(XmlReader xml) =>
        xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    private static void Pass(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth) { }
    }
}
