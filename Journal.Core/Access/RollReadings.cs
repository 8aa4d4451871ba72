using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Access;

/// <summary>The roll of one lesson, as its teacher takes it.</summary>
/// <param name="MayTake">Whether the reader may write into it; the lesson's own locks aside.</param>
/// <param name="IsBriefingDue">The course begins its half-year with this lesson, and its students are to be instructed on safety.</param>
public sealed record RollCard(JournalPage Page, Lesson Lesson, Bell? Bell, bool MayTake, bool IsBriefingDue = false);

public sealed partial class Readings
{
    /// <summary>For whoever reads the lesson's page.</summary>
    public RollCard? Roll(PersonId reader, LessonId lesson)
    {
        if (lessons.PlaceOf(lesson) is not { } place || Page(reader, place.Course, place.Term) is not { } page)
            return null;
        if (page.Lessons.GetValueOrDefault(lesson) is not { } known)
            return null;

        var roster = rosters.Current;
        var bell = roster.BellOf(place.Course, known.Number, known.Date);
        return new RollCard(page, known, bell, MayGive(reader, page, known), IsBriefingDue(roster, page, known));
    }

    private static bool IsBriefingDue(Roster roster, JournalPage page, Lesson lesson)
    {
        var course = roster.Courses[page.Id.Course];
        if (!roster.Subjects[course.Subject].NeedsBriefing)
            return false;

        var number = roster.Terms[page.Id.Term].Number;
        var former = roster.TermsOf(course.Id).Where(term => term.Number < number).Select(term => term.Ends);
        return page.BeginsHalfYear(lesson, new DateOnly(roster.Years[course.Year].Starts.Year + 1, 1, 1), former);
    }

    /// <summary>What the lesson before says of the same students; for whoever reads the page.</summary>
    public async Task<IReadOnlyDictionary<StudentId, AttendanceValue>?> EarlierAbsences(
        PersonId reader,
        LessonId lesson,
        CancellationToken ct = default
    ) => Roll(reader, lesson) is { } roll ? await earlier.Read(rosters.Current, roll.Page, roll.Lesson, ct) : null;
}
