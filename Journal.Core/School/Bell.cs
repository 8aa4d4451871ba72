using System.Runtime.InteropServices;

namespace Journal.Core.School;

/// <summary>When the lesson of this number begins and ends, by the school's clock.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Bell(int Number, TimeOnly Starts, TimeOnly Ends)
{
    /// <summary>The class comes in ten minutes before its lesson.</summary>
    public TimeOnly RollOpens => Starts.ToTimeSpan() > BeforeTheLesson ? Starts.Add(-BeforeTheLesson) : TimeOnly.MinValue;

    private static TimeSpan BeforeTheLesson => TimeSpan.FromMinutes(10);
}

public static class BellTimes
{
    /// <summary>The lesson that is going on; null in the breaks, before and after school.</summary>
    public static int? RunningAt(this IEnumerable<Bell> bells, TimeOnly time)
    {
        foreach (var bell in bells)
        {
            if (bell.Starts <= time && time < bell.Ends)
                return bell.Number;
        }

        return null;
    }

    /// <summary>When what <see cref="RunningAt"/> says will next be different; null when nothing rings any more today.</summary>
    public static TimeOnly? NextAfter(this IEnumerable<Bell> bells, TimeOnly time) =>
        bells
            .SelectMany(bell => new[] { bell.Starts, bell.Ends })
            .Where(ring => ring > time)
            .Order()
            .Select(ring => (TimeOnly?)ring)
            .FirstOrDefault();
}
