using MudBlazor;

namespace Journal.Web.Shell;

/// <summary>The tokens of tokens.css as MudBlazor asks for them; the two are kept the same by a test.</summary>
public static class JournalTheme
{
    private static readonly string[] Fonts =
    [
        "Golos Text",
        "PT Root UI",
        "Segoe UI",
        "Roboto",
        "Noto Sans",
        "Liberation Sans",
        "sans-serif",
    ];

    public static MudTheme Theme { get; } =
        new()
        {
            PaletteLight = Fill(new PaletteLight(), Tokens.Light),
            PaletteDark = Fill(new PaletteDark(), Tokens.Dark),
            LayoutProperties = new() { DefaultBorderRadius = "6px", AppbarHeight = "44px" },
            Shadows = new() { Elevation = [.. Enumerable.Range(0, 26).Select(Lift)] },
            Typography = new()
            {
                Default = Text<DefaultTypography>("14px", "400", "1.45"),
                Body1 = Text<Body1Typography>("14px", "400", "1.45"),
                Body2 = Text<Body2Typography>("13px", "400", "1.45"),
                Caption = Text<CaptionTypography>("12px", "400", "1.4"),
                H1 = Text<H1Typography>("22px", "600", "1.25"),
                H2 = Text<H2Typography>("18px", "600", "1.25"),
                H3 = Text<H3Typography>("16px", "600", "1.25"),
                H6 = Text<H6Typography>("16px", "600", "1.25"),
                Subtitle1 = Text<Subtitle1Typography>("14px", "500", "1.4"),
                Subtitle2 = Text<Subtitle2Typography>("13px", "500", "1.4"),
                Button = Text<ButtonTypography>("13px", "500", "1.4"),
            },
        };

    // Paper has an edge and no shadow; what floats has one of three.
    private static string Lift(int elevation) =>
        elevation switch
        {
            0 => "none",
            < 4 => "var(--lift-1)",
            < 8 => "var(--lift-2)",
            _ => "var(--lift-3)",
        };

    private static T Fill<T>(T palette, Tokens tokens)
        where T : Palette
    {
        palette.Primary = tokens.Pen;
        palette.PrimaryDarken = tokens.PenStrong;
        palette.PrimaryContrastText = tokens.OnPen;
        palette.Secondary = tokens.Ink2;
        palette.Tertiary = tokens.Note;
        palette.Info = tokens.Note;
        palette.Success = tokens.Ok;
        palette.Warning = tokens.Warn;
        palette.Error = tokens.Stop;
        palette.SecondaryContrastText = tokens.Paper;
        palette.TertiaryContrastText = tokens.Paper;
        palette.InfoContrastText = tokens.Paper;
        palette.SuccessContrastText = tokens.Paper;
        palette.WarningContrastText = tokens.Paper;
        palette.ErrorContrastText = tokens.Paper;
        palette.TextPrimary = tokens.Ink;
        palette.TextSecondary = tokens.Ink2;
        palette.TextDisabled = tokens.Ink3;
        palette.ActionDefault = tokens.Ink2;
        palette.ActionDisabled = tokens.Ink3;
        palette.Background = tokens.Desk;
        palette.BackgroundGray = tokens.Paper2;
        palette.Surface = tokens.Paper;
        palette.AppbarBackground = tokens.Paper;
        palette.AppbarText = tokens.Ink;
        palette.DrawerBackground = tokens.Paper;
        palette.DrawerText = tokens.Ink;
        palette.LinesInputs = tokens.Rule3;
        palette.LinesDefault = tokens.Rule2;
        palette.Divider = tokens.Rule2;
        palette.TableLines = tokens.Rule;
        palette.DividerLight = tokens.Rule;
        palette.TableHover = tokens.Paper2;
        return palette;
    }

    private static T Text<T>(string size, string weight, string line)
        where T : BaseTypography, new() =>
        new()
        {
            FontFamily = Fonts,
            FontSize = size,
            FontWeight = weight,
            LineHeight = line,
            LetterSpacing = "normal",
            TextTransform = "none",
        };
}

/// <summary>One theme's colours, named as in tokens.css.</summary>
internal sealed record Tokens(
    string Desk,
    string Paper,
    string Paper2,
    string Rule,
    string Rule2,
    string Rule3,
    string Ink,
    string Ink2,
    string Ink3,
    string Pen,
    string PenStrong,
    string OnPen,
    string Ok,
    string Warn,
    string Stop,
    string Note
)
{
    public static readonly Tokens Light = new(
        "#eef1f0",
        "#ffffff",
        "#f6f8f7",
        "#dfe5e2",
        "#bcc7c3",
        "#75817d",
        "#16201d",
        "#45514d",
        "#5f6b67",
        "#2a3f94",
        "#1e2f75",
        "#ffffff",
        "#1a6540",
        "#7d4e00",
        "#ab261c",
        "#075f6d"
    );

    public static readonly Tokens Dark = new(
        "#0f1312",
        "#181d1c",
        "#1f2524",
        "#2a3230",
        "#44504c",
        "#84918c",
        "#e7ecea",
        "#b7c2be",
        "#97a39f",
        "#a9b8ff",
        "#c5cfff",
        "#131a3c",
        "#82d3a4",
        "#e9bd66",
        "#ff9d92",
        "#7ecdd8"
    );
}
