using System.Globalization;
using Journal.Web.Texts;

namespace Journal.Web.Hosting;

/// <summary>The console has no language setting of its own: what it says at start is said in both.</summary>
public static class StartTexts
{
    public static string In(string language, string name, params object[] facts)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = Words.ResourceManager.GetString(name, culture) ?? throw new InvalidOperationException($"No text is named {name}.");

        return string.Format(culture, text, facts);
    }

    public static void Say(TextWriter to, string name, params object[] facts)
    {
        to.WriteLine(In("ru", name, facts));
        to.WriteLine(In("en", name, facts));
    }
}
