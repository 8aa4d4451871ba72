using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.School;
using Journal.Web.Homework;
using Journal.Web.Roll;
using Journal.Web.Texts;

namespace Journal.Web.Home;

/// <summary>A debt in words: how long there is still time, what is missing, and where it is put right.</summary>
internal static class DebtText
{
    /// <param name="isQuiet">Nothing counts down now: only the day is told.</param>
    public static string? State(Debt debt, bool isQuiet) =>
        debt.State is DebtState.Over ? "is-over"
        : debt.State is DebtState.Soon && !isQuiet ? "is-soon"
        : null;

    public static string Left(Debt debt, SchoolClock clock, bool isQuiet)
    {
        if (debt.Due is not { } due)
            return Words.DebtAsleep;

        var left = due - clock.Now;
        var days = clock.DayOf(due).DayNumber - clock.Today.DayNumber;
        return debt.State is DebtState.Over ? Phrase.With(Words.DebtDaysOver, Math.Max(1, -days))
            : isQuiet || days > 1 ? Phrase.With(Words.DebtDays, Math.Max(1, days))
            : left.TotalHours >= 1 ? Phrase.With(Words.DebtHours, (int)left.TotalHours, left.Minutes)
            : Phrase.With(Words.DebtMinutes, Math.Max(1, (int)Math.Ceiling(left.TotalMinutes)));
    }

    public static string? Until(Debt debt, SchoolClock clock)
    {
        if (debt.Due is not { } due)
            return null;
        if (debt.State is DebtState.Over)
            return Words.DebtOver;

        var local = TimeZoneInfo.ConvertTime(due, clock.Zone);
        return clock.DayOf(due) == clock.Today
            ? Phrase.With(Words.DebtUntil, local.ToString("H:mm", CultureInfo.InvariantCulture))
            : Phrase.With(Words.DebtUntil, local.ToString(Words.DebtDayFormat, CultureInfo.CurrentCulture));
    }

    public static string What(TeacherDebt one) => What(one.Debt.Kind, one.Debt.Students.Length);

    /// <param name="students">Whose marks are missing.</param>
    public static string What(RecordKind kind, int students) =>
        kind switch
        {
            RecordKind.Topic => Words.DebtTopic,
            RecordKind.Homework => Words.DebtHomework,
            RecordKind.Roll => Words.DebtRoll,
            RecordKind.MakeUp => Phrase.With(Words.DebtMakeUp, students),
            _ => Phrase.With(Words.DebtMarks, students),
        };

    public static string Where(TeacherDebt one) =>
        one.Debt.Kind switch
        {
            RecordKind.Roll => RollPage.Address(one.Lesson.Id),
            RecordKind.Homework => HomeworkPage.Address(one.Lesson.Id),
            _ => HomeCourse.Address(one.Course),
        };
}
