using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Access;

/// <summary>The roll of one lesson, as its teacher takes it.</summary>
/// <param name="MayTake">Whether the reader may write into it; the lesson's own locks aside.</param>
public sealed record RollCard(JournalPage Page, Lesson Lesson, Bell? Bell, bool MayTake);

public sealed partial class Readings
{
    /// <summary>For whoever reads the lesson's page.</summary>
    public RollCard? Roll(PersonId reader, LessonId lesson)
    {
        if (lessons.PlaceOf(lesson) is not { } place || Page(reader, place.Course, place.Term) is not { } page)
            return null;
        if (page.Lessons.GetValueOrDefault(lesson) is not { } known)
            return null;

        return new RollCard(page, known, rosters.Current.BellOf(place.Course, known.Number), MayEdit(reader, page));
    }

    /// <summary>What the lesson before says of the same students; for whoever reads the page.</summary>
    public async Task<IReadOnlyDictionary<StudentId, AttendanceValue>?> EarlierAbsences(
        PersonId reader,
        LessonId lesson,
        CancellationToken ct = default
    ) => Roll(reader, lesson) is { } roll ? await earlier.Read(rosters.Current, roll.Page, roll.Lesson, ct) : null;
}
