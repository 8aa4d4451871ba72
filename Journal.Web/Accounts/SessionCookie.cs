namespace Journal.Web.Accounts;

/// <summary>
/// Cookie rules by scheme. Over https nothing but this server over https can set or read it (__Host-). Over plain http, in a school's
/// own network, it must work too: then under another name, so that neither is ever taken for the other.
/// </summary>
public static class SessionCookie
{
    private const string Name = "journal";
    private const string DeviceName = "journal-device";
    private const string KioskName = "journal-kiosk";

    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request, Name)];

    public static string? ReadDevice(HttpRequest request) => request.Cookies[NameFor(request, DeviceName)];

    public static void Write(HttpContext http, NewSession created) =>
        // On a shared computer it goes when the browser is closed.
        Append(http, Name, created.Token, created.Session.SharedComputer ? null : Sessions.Lifetime);

    public static void WriteDevice(HttpContext http, string device) => Append(http, DeviceName, device, DeviceCookie.Lifetime);

    public static string? ReadKiosk(HttpRequest request) => request.Cookies[NameFor(request, KioskName)];

    public static void WriteKiosk(HttpContext http, string kiosk) => Append(http, KioskName, kiosk, Kiosks.Lifetime);

    public static void RemoveKiosk(HttpContext http) =>
        http.Response.Cookies.Delete(NameFor(http.Request, KioskName), Rules(http.Request, null));

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request, Name), Rules(http.Request, null));

    internal static string NameFor(HttpRequest request, string name) => request.IsHttps ? $"__Host-{name}" : name;

    private static void Append(HttpContext http, string name, string value, TimeSpan? lifetime) =>
        http.Response.Cookies.Append(NameFor(http.Request, name), value, Rules(http.Request, lifetime));

    private static CookieOptions Rules(HttpRequest request, TimeSpan? lifetime) =>
        new()
        {
            Secure = request.IsHttps,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = lifetime,
            IsEssential = true,
        };
}
