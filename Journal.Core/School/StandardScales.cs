using System.Collections.Immutable;
using System.Globalization;
using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>The scales a new school starts with; it may change them and add its own (domain §3).</summary>
public static class StandardScales
{
    public const short Pass = 1001;
    public const short Fail = 1002;
    public const short Exempt = 1003;
    public const short NotAttested = 1004;
    public const short Unmarked = 1005;

    // S1 2.13: a term ends with a mark or with one of the last three, for every student.
    private static readonly ImmutableArray<ScaleValue> WithoutNumber =
    [
        new(Pass, "зач", null, MarkLevel.None, InUse: true, TermOnly: false),
        new(Fail, "незач", null, MarkLevel.None, InUse: true, TermOnly: false),
        new(Exempt, "осв", null, MarkLevel.None, InUse: true, TermOnly: false),
        new(NotAttested, "н/а", null, MarkLevel.None, InUse: true, TermOnly: true),
        new(Unmarked, "безотм", null, MarkLevel.None, InUse: true, TermOnly: true),
    ];

    public static MarkScale FivePoint { get; } =
        new(
            new ScaleId(1),
            "5-балльная",
            [
                Number(5, MarkLevel.Excellent),
                Number(4, MarkLevel.Good),
                Number(3, MarkLevel.Satisfactory),
                Number(2, MarkLevel.Unsatisfactory),
                Number(1, MarkLevel.Unsatisfactory) with
                {
                    InUse = false,
                },
                .. WithoutNumber,
            ]
        );

    public static MarkScale PassFail { get; } = new(new ScaleId(2), "зачёт", WithoutNumber);

    public static MarkScale TenPoint { get; } = Numeric(3, "10-балльная", lowest: 1, highest: 10, excellent: 8, good: 6, satisfactory: 4);

    public static MarkScale HundredPoint { get; } =
        Numeric(4, "100-балльная", lowest: 0, highest: 100, excellent: 85, good: 70, satisfactory: 50);

    public static ImmutableArray<MarkScale> All { get; } = [FivePoint, PassFail, TenPoint, HundredPoint];

    private static MarkScale Numeric(int id, string name, int lowest, int highest, int excellent, int good, int satisfactory)
    {
        return new(
            new ScaleId(id),
            name,
            [.. Enumerable.Range(lowest, highest - lowest + 1).Reverse().Select(n => Number(n, LevelOf(n))), .. WithoutNumber]
        );

        MarkLevel LevelOf(int number) =>
            number >= excellent ? MarkLevel.Excellent
            : number >= good ? MarkLevel.Good
            : number >= satisfactory ? MarkLevel.Satisfactory
            : MarkLevel.Unsatisfactory;
    }

    private static ScaleValue Number(int number, MarkLevel level) =>
        new((short)number, number.ToString(CultureInfo.InvariantCulture), number * 100, level, InUse: true, TermOnly: false);
}
