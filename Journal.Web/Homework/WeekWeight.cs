using System.Globalization;
using Journal.Core.Homework;
using Journal.Core.Lessons;

namespace Journal.Web.Homework;

/// <summary>The days of a week beside each other, with what is being written on its day, and where it would weigh less.</summary>
public sealed record WeekWeight(IReadOnlyList<DayLoad> Days, LoadTask? Mine, DateOnly? Due, int? Norm)
{
    /// <summary>Where the norm stands, from below.</summary>
    public string NormAt => Percent(Norm ?? 0);

    private int Top => Math.Max(1, Math.Max(Norm ?? 0, Days.Count == 0 ? 0 : Days.Max(Sum)));

    public int Sum(DayLoad day) => day.Date == Due ? day.MinutesWith(Mine) : Without(day).Minutes;

    public string Height(DayLoad day) => Percent(Sum(day));

    /// <summary>
    /// A day of this week on which the course has a lesson too and the norm would be kept, while on the chosen one it is not; null when there is
    /// nothing to be advised.
    /// </summary>
    public DayLoad? Better(IReadOnlyList<Lesson> next)
    {
        if (Norm is not { } norm || Mine is not { } mine || Days.FirstOrDefault(day => day.Date == Due) is not { } now || Sum(now) <= norm)
            return null;

        return Days.Where(day => day.Date != Due && next.Any(lesson => lesson.Date == day.Date))
            .Where(day => Without(day).MinutesWith(mine) <= norm)
            .MinBy(day => Without(day).MinutesWith(mine));
    }

    // The task as it is recorded may stand on another day than the one that is chosen now.
    private DayLoad Without(DayLoad day) =>
        Mine is { } mine ? day with { Tasks = day.Tasks.RemoveAll(task => DayLoad.IsSame(task, mine)) } : day;

    private string Percent(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{100m * minutes / Top:0.##}%");
}
