using System.Globalization;

namespace Journal.Web.Shell;

/// <summary>Language, theme and the way of Enter in this browser. Three readable cookies without a person in them.</summary>
public static class Preferences
{
    public const string LanguageCookie = "journal-language";
    public const string ThemeCookie = "journal-theme";
    public const string EnterCookie = "journal-enter";
    public const string System = "system";
    public const string Right = "right";
    public const string Down = "down";
    public static readonly string[] Languages = ["ru", "en"];
    public static readonly string[] Themes = ["light", "dark", System];

    public static readonly string[] Enters = [Down, Right];

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Null leaves it to the operating system.</summary>
    public static string? Theme(HttpContext http) => http.Request.Cookies[ThemeCookie] is { } theme and ("light" or "dark") ? theme : null;

    /// <summary>Enter in the grade grid goes right along the row instead of down the column.</summary>
    public static bool EnterRight(HttpContext http) => http.Request.Cookies[EnterCookie] == Right;

    public static string Enter(bool right) => right ? Right : Down;

    public static void Keep(HttpContext http, string? language, string? theme, string? enter)
    {
        if (language is not null && Languages.Contains(language))
            Append(http, LanguageCookie, language);
        if (theme is not null && Themes.Contains(theme))
            Append(http, ThemeCookie, theme);
        if (enter is not null && Enters.Contains(enter))
            Append(http, EnterCookie, enter);
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
