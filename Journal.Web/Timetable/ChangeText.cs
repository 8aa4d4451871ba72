using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Web.Register;
using Journal.Web.StandIn;
using Journal.Web.Texts;

namespace Journal.Web.Timetable;

/// <summary>Changes of the timetable in words.</summary>
internal static class ChangeText
{
    public static string Course(Roster roster, CourseId course) =>
        $"{roster.Subjects[roster.Courses[course].Subject].Name} {roster.Groups[roster.Courses[course].Group].Name}";

    /// <summary>«понедельник, 3-й урок, неделя А, каб. 12».</summary>
    public static string Place(CardPlace place)
    {
        string?[] parts =
        [
            CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(place.Weekday),
            Phrase.With(Words.ChangeNth, place.Number),
            place.Week is WeekKind.Every ? null : StandInText.Week(place.Week),
            place.Room is { Length: > 0 } room ? RoomText.Of(room) : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    public static string Says(DraftCard card) =>
        card.Removed ? Phrase.With(Words.ChangeRemoved, Place(DraftCard.PlaceOf(card.Was!)))
        : card.Was is { } was ? Phrase.With(Words.ChangeMoved, Place(DraftCard.PlaceOf(was)), Place(card.Place))
        : Phrase.With(Words.ChangeAdded, Place(card.Place));

    public static string Clash(Roster roster, TimetableClash clash)
    {
        var (one, other) = (Course(roster, clash.Place.Course), Course(roster, clash.Other.Course));
        var when = Place(DraftCard.PlaceOf(clash.Place with { Room = null }));
        return clash.Kind switch
        {
            ClashKind.Students => Phrase.With(Words.ClashStudents, one, other, when),
            ClashKind.Teacher => Phrase.With(Words.ClashTeacher, Who(roster, clash), one, other, when),
            ClashKind.Room => Phrase.With(Words.ClashRoom, clash.Place.Room!, one, other, when),
            _ => Phrase.With(Words.ClashTravel, Who(roster, clash), one, other, when),
        };
    }

    public static string Effect(TimetableEffect effect) =>
        string.Join(
            ", ",
            new[]
            {
                Count(effect.Moved, Words.ChangeEffectMoved),
                Count(effect.Made, Words.ChangeEffectMade),
                Count(effect.Cancelled, Words.ChangeEffectCancelled),
            }.OfType<string>()
        )
            is { Length: > 0 } says
            ? says
            : Words.ChangeEffectNone;

    public static string Days(TimetableChanged change) =>
        change.To is { } last
            ? last == change.From
                ? Day(change.From)
                : Phrase.With(Words.ChangeFromTo, Day(change.From), Day(last))
            : Phrase.With(Words.ChangeSince, Day(change.From));

    private static string? Count(int count, string text) => count > 0 ? Phrase.With(text, count) : null;

    private static string Who(Roster roster, TimetableClash clash) =>
        clash.Teacher is { } who ? ShortName.Of(roster, who) : Words.ClashWhoStudents;

    private static string Day(DateOnly day) => day.ToString("d MMMM", CultureInfo.CurrentCulture);
}
