using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Core.Lessons;
using Journal.Core.School;
using Journal.Web.Texts;

namespace Journal.Web.Diary;

/// <summary>Dates, numbers and states of the diary in the reader's words.</summary>
public static class DiaryText
{
    /// <summary>«14–18 декабря», «30 ноября – 4 декабря».</summary>
    public static string Week(DateOnly first, DateOnly last) =>
        first.Month == last.Month ? $"{first.Day}–{Day(last)}" : $"{Day(first)} – {Day(last)}";

    public static string Day(DateOnly date) => date.ToString("d MMMM", CultureInfo.CurrentCulture);

    /// <summary>«14 дек.», where there is little room.</summary>
    public static string ShortDay(DateOnly date) => date.ToString("d MMM", CultureInfo.CurrentCulture);

    public static string Weekday(DateOnly date)
    {
        var name = CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(date.DayOfWeek);
        return char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..];
    }

    public static string ShortWeekday(DateOnly date) => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName(date.DayOfWeek);

    /// <summary>«4,46».</summary>
    public static string Average(Fraction average) => average.Rounded(2).ToString("0.00", CultureInfo.CurrentCulture);

    /// <summary>Hundredths as they are said: 100 is 1, 150 is 1,5.</summary>
    public static string Hundredths(long hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.CurrentCulture);

    /// <summary>Why a lesson is not an ordinary one; null when it is.</summary>
    public static string? Status(LessonStatus status) =>
        status switch
        {
            LessonStatus.Cancelled => Words.DiaryLessonCancelled,
            LessonStatus.Moved => Words.DiaryLessonMoved,
            LessonStatus.Covered => Words.DiaryLessonCovered,
            LessonStatus.Distance => Words.DiaryLessonDistance,
            _ => null,
        };

    /// <summary>What stands under the letter of an absence.</summary>
    public static string Absence(DiaryAbsence absence, bool? male) =>
        absence switch
        {
            { Code: null } => Words.DiaryAbsenceTakenBack,
            { Code.Kind: AbsenceKind.Late, Minutes: { } minutes } => Phrase.With(Words.DiaryLateMinutes, minutes),
            { Code.Kind: AbsenceKind.Late } => male == false ? Words.DiaryLateGirl : Words.DiaryLate,
            { Code.Kind: AbsenceKind.Ill } => male == false ? Words.DiaryIllGirl : Words.DiaryIll,
            { Code.Kind: AbsenceKind.Valid } => Words.DiaryAbsentValid,
            { Code.Kind: AbsenceKind.Exempt } => Words.DiaryExempt,
            { Code.Kind: AbsenceKind.SchoolEvent } => Words.DiarySchoolEvent,
            _ => male == false ? Words.DiaryAbsentGirl : Words.DiaryAbsent,
        };

    public static string? News(NewsKind kind) =>
        kind switch
        {
            NewsKind.New => Words.DiaryMarkNew,
            NewsKind.Changed => Words.DiaryMarkChanged,
            NewsKind.Removed => Words.DiaryMarkRemoved,
            _ => null,
        };

    /// <summary>The class of a cell that stands out.</summary>
    public static string? NewsClass(NewsKind kind) =>
        kind switch
        {
            NewsKind.New => "new",
            NewsKind.Changed or NewsKind.Removed => "chg",
            _ => null,
        };

    /// <summary>A title that begins with the kind of work says it already.</summary>
    public static string Work(string workType, string? title) =>
        title is null ? workType
        : title.StartsWith(workType, StringComparison.CurrentCultureIgnoreCase) ? title
        : $"{workType}: {title}";
}
