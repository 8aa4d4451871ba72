namespace Journal.Core.Demo;

/// <summary>Eight lessons of 40 minutes; on short days of 30, with five minutes between them.</summary>
public static class DemoBells
{
    public static readonly Basics.BellScheduleId Id = new(1);

    public static readonly Basics.BellScheduleId ShortDay = new(2);

    private static readonly TimeOnly[] Starts =
    [
        new(8, 30),
        new(9, 20),
        new(10, 15),
        new(11, 10),
        new(12, 05),
        new(12, 55),
        new(13, 45),
        new(14, 35),
    ];

    public static int Lessons => Starts.Length;

    public static TimeOnly Start(int number) => Starts[number - 1];

    public static TimeOnly ShortStart(int number) => Starts[0].AddMinutes((number - 1) * 35);

    public static TimeOnly End(int number) => Starts[number - 1].AddMinutes(40);
}
