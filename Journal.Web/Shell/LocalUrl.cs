namespace Journal.Web.Shell;

/// <summary>Where to go next comes from the address and may be anybody's wish: only a path of our own is followed.</summary>
public static class LocalUrl
{
    public static string OrHome(string? url) => IsLocal(url) ? url! : "/";

    private static bool IsLocal(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && url.Length <= 500 && !url.Any(c => char.IsControl(c) || c == '\\');
}
