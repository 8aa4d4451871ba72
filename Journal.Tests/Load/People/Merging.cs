using System.Text.RegularExpressions;

namespace Journal.Load.People;

/// <summary>What a diary's script does with the lines it is sent: each takes the place of the element of its id (wwwroot/diary.js).</summary>
internal static partial class Merging
{
    /// <summary>Null when one of them has no place in the page.</summary>
    public static string? Into(string page, string parts)
    {
        foreach (Match part in Part().Matches(parts))
        {
            var at = page.IndexOf($" id=\"{part.Groups["id"].Value}\"", StringComparison.Ordinal);
            if (at < 0)
                return null;

            var from = page.LastIndexOf('<', at);
            var end = $"</{part.Groups["tag"].Value}>";
            var to = page.IndexOf(end, at, StringComparison.Ordinal) + end.Length;
            page = string.Concat(page.AsSpan(0, from), part.Value, page.AsSpan(to));
        }

        return page;
    }

    /// <summary>The form that says "seen" is there while something is new.</summary>
    public static string Unseen(string page, bool hasNews)
    {
        var at = page.IndexOf("<form class=\"seen\"", StringComparison.Ordinal);
        if (at < 0)
            return page;

        var end = page.IndexOf('>', at);
        var form = page[at..end].Replace(" hidden", "", StringComparison.Ordinal);
        return string.Concat(
            page.AsSpan(0, at),
            hasNews ? form : form.Replace(" data-enhance", " hidden data-enhance", StringComparison.Ordinal),
            page.AsSpan(end)
        );
    }

    // No part holds another element of its own kind.
    [GeneratedRegex("<(?<tag>[a-z]+) id=\"(?<id>[^\"]+)\".*?</\\k<tag>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
