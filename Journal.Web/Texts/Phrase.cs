using System.Globalization;

namespace Journal.Web.Texts;

/// <summary>A text with its facts put in, in the reader's language.</summary>
public static class Phrase
{
    public static string With(string text, params object[] facts) => string.Format(CultureInfo.CurrentCulture, text, facts);
}
