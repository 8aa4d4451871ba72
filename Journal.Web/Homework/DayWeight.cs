using System.Globalization;
using Journal.Core.Homework;

namespace Journal.Web.Homework;

/// <summary>A day's homework against the norm, as a bar: each task a piece, what is above the norm in the colour of a warning.</summary>
public sealed record DayWeight(int Sum, int? Norm, IReadOnlyList<DayWeight.Piece> Pieces)
{
    public int Over => Norm is { } norm ? Math.Max(0, Sum - norm) : 0;

    /// <summary>Where the norm stands, in hundredths of the bar.</summary>
    public string? Mark => Norm is { } norm && Scale > 0 ? Percent(norm) : null;

    private int Scale => Math.Max(Sum, Norm ?? 0);

    public static DayWeight Of(DayLoad day, LoadTask? mine, int? norm)
    {
        var others = day.Tasks.Where(task => mine is null || !DayLoad.IsSame(task, mine));
        var sum = day.MinutesWith(mine);
        var pieces = others.Where(task => task.Minutes > 0).Select(task => new Piece(task.Minutes!.Value, IsMine: false));
        if (mine is { Minutes: > 0 and { } minutes })
            pieces = pieces.Append(new Piece(minutes, IsMine: true));
        return new(sum, norm, [.. pieces]);
    }

    /// <summary>How wide a piece is. Tasks of two subgroups are one child's only once: then the pieces share the sum.</summary>
    public string Width(Piece piece)
    {
        var all = Math.Max(1, Pieces.Sum(one => one.Minutes));
        return Percent((decimal)piece.Minutes * Sum / all);
    }

    private string Percent(decimal minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Scale == 0 ? 0 : 100 * minutes / Scale):0.##}%");

    public sealed record Piece(int Minutes, bool IsMine);
}
