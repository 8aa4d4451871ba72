using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Web.Texts;

namespace Journal.Web.Register;

/// <summary>A cell somebody else has just changed: who, when, and what was there before.</summary>
public sealed record CellFlash(int Student, int? Work, int Lesson, string Initials, int Who, string Text);

internal static class Flash
{
    public static IReadOnlyList<CellFlash> Of(
        IEnumerable<ChangeTold> changes,
        GridView view,
        IReadOnlyList<CrewMember> crew,
        TimeZoneInfo zone
    ) =>
        [
            .. from change in changes
            where change.Kind is RegisterKinds.MarkSet or RegisterKinds.AttendanceSet
            where change is { Student: not null, Lesson: not null, By: not null }
            let author = new PersonId(change.By!.Value)
            select new CellFlash(
                change.Student!.Value,
                change.Work,
                change.Lesson!.Value,
                ShortName.Initials(view.Roster, author),
                crew.FirstOrDefault(member => member.Person == author)?.Who ?? 1,
                Phrase.With(
                    Words.GridChangedBy,
                    ShortName.Of(view.Roster, author),
                    TimeZoneInfo.ConvertTime(change.At, zone).ToString("HH:mm", CultureInfo.InvariantCulture),
                    change.Before is { Length: > 0 } before ? before : Words.GridNothing
                )
            ),
        ];
}
