using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Core.School;

namespace Journal.Web.Diary;

/// <summary>The page of a week: the week itself and what the moment and the reader make of it.</summary>
/// <param name="Running">The lesson that is going on today.</param>
/// <param name="Rings">When the page will say something else by itself: at the next bell that matters, or at midnight.</param>
/// <param name="Previous">The Monday to go back to; null where the school's years end.</param>
public sealed record WeekModel(
    DiaryFrame Frame,
    DiaryWeek Week,
    DateOnly Today,
    int? Running,
    DateTimeOffset? Rings,
    DateOnly? Previous,
    DateOnly? Next,
    IReadOnlyList<DiaryNote> Notes
)
{
    public int NewsCount =>
        Week.Days.SelectMany(day => day.Lessons)
            .Sum(lesson => lesson.Marks.Count(IsNews) + (lesson.Absence is { News.Kind: not NewsKind.None } ? 1 : 0))
        + Week.Days.Sum(day => day.AllRemarks.Count(IsNews));

    public bool HasNews => NewsCount > 0 || Week.Elsewhere.Count > 0;

    /// <summary>Where the left leaf of the spread ends.</summary>
    public int LeftDays => (Week.Days.Count + 1) / 2;

    public int? RunningOn(DiaryDay day) =>
        day.Date == Today && Running is { } number && day.Lessons.Any(lesson => lesson.Number == number) ? number : null;

    public static bool HasNewsOn(DiaryDay day) =>
        day.Lessons.Any(lesson => lesson.Marks.Any(IsNews) || lesson.Absence is { News.Kind: not NewsKind.None })
        || day.AllRemarks.Any(IsNews);

    private static bool IsNews(DiaryRemark remark) => remark.News.Kind != NewsKind.None;

    private static bool IsNews(DiaryMark mark) => mark.News.Kind != NewsKind.None || mark.CommentIsNew;
}

public sealed record DiaryNote(string Text, bool IsWarning = false, string? Link = null);

/// <summary>Makes the pages of weeks.</summary>
public sealed class WeekModels(FamilyReadings readings, DiaryFrames frames, DiaryNotes notes, SchoolClock clock, Looking looking)
{
    /// <summary>Null when there is no such diary, or not for this reader.</summary>
    public async Task<WeekModel?> Of(PersonId person, StudentId? student, DateOnly? day, CancellationToken ct)
    {
        if (readings.Reader(person, student) is not { } reader)
            return null;
        if (await readings.Week(person, reader.Student, day, ct) is not { } week)
            return null;

        looking.At(reader);
        var frame = frames.Of(reader);
        var now = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.Now, clock.Zone).DateTime);
        var (first, last) = frames.Years();
        return new(
            frame,
            week,
            clock.Today,
            week.Bells.RunningAt(now),
            week.Bells.Count == 0 ? null : Rings(week, now),
            week.Monday > first ? week.Monday.AddDays(-7) : null,
            week.Monday.DayNumber + 7 <= last.DayNumber ? week.Monday.AddDays(7) : null,
            notes.Of(week)
        );
    }

    private DateTimeOffset Rings(DiaryWeek week, TimeOnly now) =>
        week.Bells.NextAfter(now) is { } ring
            ? clock.MomentOf(clock.Today, ring)
            : clock.MomentOf(clock.Today.AddDays(1), TimeOnly.MinValue);
}
