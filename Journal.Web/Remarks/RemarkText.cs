using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Remarks;
using Journal.Web.Register;
using Journal.Web.Texts;

namespace Journal.Web.Remarks;

/// <summary>Remarks in the reader's words.</summary>
public static class RemarkText
{
    public static string Kind(RemarkKind kind) =>
        kind switch
        {
            RemarkKind.Praise => Words.RemarkPraise,
            RemarkKind.Appeal => Words.RemarkAppeal,
            _ => Words.RemarkNote,
        };

    /// <summary>Where there is little room.</summary>
    public static string ShortKind(RemarkKind kind) => kind is RemarkKind.Appeal ? Words.RemarkAppealShort : Kind(kind);

    /// <summary>The class of the colour; the word stands beside it.</summary>
    public static string Class(RemarkKind kind) =>
        kind switch
        {
            RemarkKind.Praise => "ok",
            RemarkKind.Appeal => "pen",
            _ => "warn",
        };

    /// <summary>«Алгебра, 18 декабря»; of the class teacher's the day alone.</summary>
    public static string Place(Remark remark, Roster roster) =>
        remark.Course is { } course
            ? Phrase.With(Words.RemarksSubject, roster.Subjects[roster.Courses[course].Subject].Name, remark.Date)
            : Phrase.With(Words.RemarksDay, remark.Date);

    public static string Signature(RemarkCard card, Roster roster, SchoolClock clock) =>
        Phrase.With(Words.RemarkSigned, ShortName.Of(roster, card.Written.By), clock.DayOf(card.Written.At), clock.TimeOf(card.Written.At));

    /// <summary>With the name of whoever did it, unless it was the author.</summary>
    public static string Corrected(RemarkCard card, Roster roster) =>
        card.Last.By == card.Written.By ? Words.RemarkCorrected : Phrase.With(Words.RemarkCorrectedBy, ShortName.Of(roster, card.Last.By));

    /// <summary>Who of the family has read it: the student, the guardians by name.</summary>
    public static string Read(RemarkEntry entry, Roster roster, SchoolClock clock) =>
        entry.Readers.Count == 0
            ? Words.RemarkUnread
            : Phrase.With(
                Words.RemarkRead,
                string.Join(
                    ", ",
                    entry.Readers.Select(one =>
                        Phrase.With(
                            Words.RemarkReadOne,
                            one.By == entry.Card.Remark.Student.Person ? Words.RemarkSelf : ShortName.Of(roster, one.By),
                            clock.DayOf(one.At)
                        )
                    )
                )
            );
}
