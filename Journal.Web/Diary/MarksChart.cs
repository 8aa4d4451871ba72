using System.Globalization;
using System.Runtime.InteropServices;
using Journal.Core.Diary;

namespace Journal.Web.Diary;

/// <summary>Where the marks of a subject lie on paper: in the order they were given, higher is better, with the line of the average.</summary>
public sealed class MarksChart
{
    public const int Width = 640;
    public const int Height = 220;
    private const int Left = 28;
    private const int Right = 16;
    private const int Top = 16;
    private const int Bottom = 30;

    private readonly int _lowest;
    private readonly int _highest;

    public MarksChart(SubjectMarks subject)
    {
        var numbers = subject.Scale.Values.Where(value => value is { ForLessons: true, Hundredths: not null }).ToList();
        (_lowest, _highest) =
            numbers.Count == 0 ? (0, 100) : (numbers.Min(one => one.Hundredths!.Value), numbers.Max(one => one.Hundredths!.Value));
        Levels = numbers.Count <= 12 ? [.. numbers.Select(one => new ChartLevel(one.Text, Y(one.Hundredths!.Value)))] : [];
        var counted = subject
            .Marks.Select((mark, place) => (Mark: mark, Place: place))
            .Where(one => one.Mark.NumbersOn(subject.Scale).Any())
            .ToList();
        Columns = counted.Count;
        Points =
        [
            .. counted.SelectMany(
                (one, column) =>
                    one
                        .Mark.NumbersOn(subject.Scale)
                        .Select(number => new ChartPoint(X(column), Y(number.Hundredths!.Value), one.Mark, number.Text))
            ),
        ];
        Line = string.Join(
            ' ',
            counted
                .Select((one, column) => (Column: column, Average: subject.AverageOf(one.Place + 1)))
                .Where(one => one.Average is not null)
                .Select(one => At(X(one.Column), Y((double)(one.Average!.Value.Value * 100))))
        );
    }

    public int Columns { get; }

    public IReadOnlyList<ChartLevel> Levels { get; }

    public IReadOnlyList<ChartPoint> Points { get; }

    /// <summary>The running average as the points of a polyline.</summary>
    public string Line { get; }

    public static int Edge => Left;

    public static int End => Width - Right;

    public static int Foot => Height - 10;

    /// <summary>A date under every point would not be read: the first, the last and some between.</summary>
    public IEnumerable<ChartPoint> Dated
    {
        get
        {
            var columns = Points.DistinctBy(point => point.X).ToList();
            var step = Math.Max(1, (int)Math.Ceiling(columns.Count / 7.0));
            return columns.Where((_, place) => place % step == 0);
        }
    }

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private double X(int column) => Columns <= 1 ? (Left + End) / 2.0 : Left + 14 + (column * (End - Left - 28.0) / (Columns - 1));

    private double Y(double hundredths) =>
        _highest == _lowest ? Height / 2.0 : Height - Bottom - ((hundredths - _lowest) * (Height - Top - Bottom) / (_highest - _lowest));

    private static string At(double x, double y) => $"{Number(x)},{Number(y)}";
}

[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartLevel(string Text, double Y);

public sealed record ChartPoint(double X, double Y, SubjectMark Mark, string Text);
