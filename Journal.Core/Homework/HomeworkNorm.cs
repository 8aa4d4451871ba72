namespace Journal.Core.Homework;

/// <summary>How long all homework of a student for one day may take, by grade (SanPiN 1.2.3685-21, table 6.6).</summary>
public static class HomeworkNorm
{
    /// <summary>Null where there is no such limit: grade 0, a college.</summary>
    public static int? MinutesOf(int grade) =>
        grade switch
        {
            1 => 60,
            2 or 3 => 90,
            4 or 5 => 120,
            6 or 7 or 8 => 150,
            >= 9 and <= 12 => 210,
            _ => null,
        };
}
