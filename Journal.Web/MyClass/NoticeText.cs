using Journal.Core.Notices;
using Journal.Web.Diary;
using Journal.Web.Texts;

namespace Journal.Web.MyClass;

/// <summary>Guardians' notices in the reader's words.</summary>
public static class NoticeText
{
    public static string Days(AbsenceNotice notice) =>
        notice.From == notice.To ? DiaryText.Day(notice.From) : DiaryText.Week(notice.From, notice.To);

    /// <summary>«23.11–25.11», as it is written beside a reason.</summary>
    public static string ShortDays(AbsenceNotice notice) =>
        notice.From == notice.To
            ? Phrase.With(Words.NoticeOneDay, notice.From)
            : Phrase.With(Words.NoticeSeveralDays, notice.From, notice.To);

    public static string Reason(NoticeReason reason) =>
        reason switch
        {
            NoticeReason.Ill => Words.NoticeIll,
            NoticeReason.Family => Words.NoticeFamily,
            _ => Words.NoticeOther,
        };

    /// <summary>Days, reason and what else was said.</summary>
    public static string Says(AbsenceNotice notice) =>
        string.Join(" · ", new[] { Days(notice), Reason(notice.Reason), notice.Text }.OfType<string>());

    public static string State(NoticeState state) =>
        state switch
        {
            NoticeState.Confirmed => Words.NoticeStateConfirmed,
            NoticeState.Declined => Words.NoticeStateDeclined,
            NoticeState.Withdrawn => Words.NoticeStateWithdrawn,
            _ => Words.NoticeStateTold,
        };

    /// <summary>The class of the colour; the word stands beside it.</summary>
    public static string? Class(NoticeState state) =>
        state switch
        {
            NoticeState.Confirmed => "ok",
            NoticeState.Declined => "stop",
            NoticeState.Told => "warn",
            _ => null,
        };

    /// <summary>What the roll says of a student who is not expected.</summary>
    public static string Told(ToldAbsence told)
    {
        var text = told.Reason switch
        {
            NoticeReason.Ill => Words.RollToldIll,
            NoticeReason.Family => Words.RollToldFamily,
            _ => Words.RollToldOther,
        };
        var says = Phrase.With(text, told.To);
        return told.Known is null ? says : Phrase.With(Words.RollToldConfirmed, says);
    }
}
