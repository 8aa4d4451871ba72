using System.Globalization;

namespace Journal.Web.Shell;

/// <summary>Language and theme of this browser. Two readable cookies without a person in them.</summary>
public static class Preferences
{
    public const string LanguageCookie = "journal-language";
    public const string ThemeCookie = "journal-theme";
    public const string System = "system";
    public static readonly string[] Languages = ["ru", "en"];
    public static readonly string[] Themes = ["light", "dark", System];

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Null leaves it to the operating system.</summary>
    public static string? Theme(HttpContext http) => http.Request.Cookies[ThemeCookie] is { } theme and ("light" or "dark") ? theme : null;

    public static void Keep(HttpContext http, string? language, string? theme)
    {
        if (language is not null && Languages.Contains(language))
            Append(http, LanguageCookie, language);
        if (theme is not null && Themes.Contains(theme))
            Append(http, ThemeCookie, theme);
    }

    private static void Append(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(
            name,
            value,
            new()
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = "/",
            }
        );
}
