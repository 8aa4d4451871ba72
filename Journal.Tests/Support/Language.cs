using System.Globalization;

namespace Journal.Tests.Support;

public static class Language
{
    /// <summary>The language in which this test reads what is shown.</summary>
    public static void Is(string name) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
}
