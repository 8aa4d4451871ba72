using Microsoft.AspNetCore.Components;

namespace Journal.Web.Shell;

/// <summary>
/// 16 px, stroke 1.5, round ends; drawn with the mockups. Each always stands beside a word. Made once for all pages: as components of their own the
/// fourteen of a staff page weighed more than its lesson list.
/// </summary>
public static class Glyphs
{
    public static readonly MarkupString Journal = Drawn(
        "M3.5 2.5h9A1.5 1.5 0 0 1 14 4v8a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12V4a1.5 1.5 0 0 1 1.5-1.5zM6 2.5v11M2 6.5h12M2 10h12"
    );

    public static readonly MarkupString Class = Drawn(
        "M3.5 5.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M1.8 13c.4-2.4 2-3.8 4.2-3.8s3.8 1.4 4.2 3.8M10.5 3.3a2.4 2.4 0 0 1 0 4.4M12 9.7c1.3.5 2 1.7 2.2 3.3"
    );

    public static readonly MarkupString Diary = Drawn("M3 3.5h6.5a2 2 0 0 1 2 2v8H5a2 2 0 0 1-2-2zM3 11.5a2 2 0 0 1 2-1.5h6.5M13.5 5.5v8");

    public static readonly MarkupString Find = Drawn("M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M10.5 10.5L14 14");

    public static readonly MarkupString Warning = Drawn("M8 2.5l6 10.5H2zM8 6.5v3M8 11.3v.2");

    public static readonly MarkupString Line = Drawn("M2 6.5a9 9 0 0 1 12 0M4.2 9a5.6 5.6 0 0 1 7.6 0M8 12v.1");

    public static readonly MarkupString NoLine = Drawn(
        "M2 6.5a9 9 0 0 1 6-2.3M10.6 4.7A9 9 0 0 1 14 6.5M4.2 9a5.6 5.6 0 0 1 3-1.7M8 12v.1M3 13.5l10-11"
    );

    public static readonly MarkupString Sending = Drawn("M8 13V3.5M4 7l4-3.8L12 7");

    public static readonly MarkupString Waiting = Drawn("M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M8 4.5V8l2.5 1.5");

    public static readonly MarkupString Clash = Drawn("M3 5.5h9M9.5 3L12 5.5 9.5 8M13 10.5H4M6.5 8L4 10.5 6.5 13");

    public static readonly MarkupString Refused = Drawn("M4 4l8 8M12 4l-8 8");

    public static readonly MarkupString Plus = Drawn("M8 3v10M3 8h10");

    public static readonly MarkupString Undo = Drawn("M5.5 3L2.5 6l3 3M2.8 6H10a3.5 3.5 0 0 1 0 7H6.5");

    public static readonly MarkupString Redo = Drawn("M10.5 3l3 3-3 3M13.2 6H6a3.5 3.5 0 0 0 0 7h3.5");

    public static readonly MarkupString Projector = Drawn("M2.5 3.5h11v7h-11zM8 10.5v3M5.5 13.5h5M2.5 3.5l11 7");

    public static readonly MarkupString Print = Drawn(
        "M4.5 6V2.5h7V6M4.5 11.5H3A1.2 1.2 0 0 1 1.8 10.3V7.2A1.2 1.2 0 0 1 3 6h10a1.2 1.2 0 0 1 1.2 1.2v3.1A1.2 1.2 0 0 1 13 11.5h-1.5M4.5 9.5h7v4h-7z"
    );

    private static MarkupString Drawn(string path) =>
        new($"""<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="{path}" /></svg>""");
}
