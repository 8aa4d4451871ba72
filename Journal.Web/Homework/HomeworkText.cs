using System.Globalization;
using Journal.Core.Homework;
using Journal.Web.Texts;

namespace Journal.Web.Homework;

/// <summary>Days, times and sums of homework in the reader's words.</summary>
public static class HomeworkText
{
    /// <summary>«Понедельник, 21 декабря».</summary>
    public static string Day(DateOnly date)
    {
        var text = date.ToString(Words.HomeworkDay, CultureInfo.CurrentCulture);
        return char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];
    }

    public static string ShortWeekday(DateOnly date) => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName(date.DayOfWeek);

    /// <summary>What there is to a task besides its text, on one line; null when nothing.</summary>
    public static string? About(HomeworkDetails details, DateOnly? due)
    {
        string?[] parts =
        [
            details.Due is not null && due is { } day
                ? Phrase.With(Words.HomeworkFor, day.ToString(Words.ReasonDay, CultureInfo.CurrentCulture))
                : null,
            details.Way,
            details.Pages is { } pages ? Phrase.With(Words.HomeworkOnPages, pages) : null,
            details.Exercises is { } exercises ? Phrase.With(Words.HomeworkExercisesAre, exercises) : null,
            details.Practice,
            details.Minutes is { } minutes ? Phrase.With(Words.HomeworkTakes, minutes) : null,
        ];
        var said = string.Join(" · ", parts.Where(part => part is not null));
        return said.Length == 0 ? null : said;
    }

    /// <summary>«214 КБ».</summary>
    public static string Size(int bytes) =>
        bytes < 1 << 20
            ? Phrase.With(Words.FileKilobytes, Math.Max(1, (bytes + 512) / 1024))
            : Phrase.With(Words.FileMegabytes, (bytes / 1048576m).ToString("0.0", CultureInfo.CurrentCulture));
}
