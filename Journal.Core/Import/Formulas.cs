using System.Text.RegularExpressions;

namespace Journal.Core.Import;

/// <summary>
/// What a table program would take for a formula when it opens what we wrote: a cell that begins with = + - or @, also after spaces and in each of its
/// lines. An apostrophe before it makes it text; read again, it is taken away.
/// </summary>
public static partial class Formulas
{
    public static string Disarm(string text) => Beginning().Replace(text, "'$0");

    public static string Restore(string text) => Disarmed().Replace(text, "");

    [GeneratedRegex(@"(?<=^|[\r\n])[ \u00A0]*[=+\-@\t]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"(?<=^|[\r\n])'(?=[ \u00A0]*[=+\-@\t])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Disarmed();
}
