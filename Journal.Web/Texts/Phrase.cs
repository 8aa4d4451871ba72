using System.Globalization;

namespace Journal.Web.Texts;

/// <summary>A text with its facts put in, in the reader's language.</summary>
public static class Phrase
{
    public static string With(string text, params object[] facts) => string.Format(CultureInfo.CurrentCulture, text, facts);

    /// <summary>With a capital: days and months are written small within a sentence.</summary>
    public static string Sentence(string text) =>
        text is [var first, ..] ? $"{char.ToUpper(first, CultureInfo.CurrentCulture)}{text[1..]}" : "";
}
