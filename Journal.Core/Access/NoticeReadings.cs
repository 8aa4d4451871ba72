using Journal.Core.Basics;
using Journal.Core.Notices;

namespace Journal.Core.Access;

public sealed partial class Readings
{
    /// <summary>
    /// Guardians' notices of those who are in a class today, whichever they were in when it was told: about the days since one, and all that are
    /// unanswered; for whoever reads the class.
    /// </summary>
    public async Task<IReadOnlyList<NoticeCard>?> Notices(
        PersonId reader,
        ClassId schoolClass,
        DateOnly since,
        CancellationToken ct = default
    )
    {
        var (roster, today) = (rosters.Current, clock.Today);
        return roster.MayReadClass(reader, schoolClass, today) ? await notices.Of(roster.StudentsOf(schoolClass, today), since, ct) : null;
    }

    /// <summary>How many notices of a class wait for an answer; for its class teacher.</summary>
    public async Task<int?> UnansweredNotices(PersonId reader, ClassId schoolClass, CancellationToken ct = default)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        return roster.Leads(reader, schoolClass, today) ? await notices.Unanswered(roster.StudentsOf(schoolClass, today), ct) : null;
    }

    /// <summary>Who of a lesson's students will be absent by what guardians told; for whoever reads the lesson's page.</summary>
    public async Task<IReadOnlyList<ToldAbsence>?> ToldAbsences(PersonId reader, LessonId lesson, CancellationToken ct = default) =>
        Roll(reader, lesson) is { } roll
            ? await notices.On(
                roll.Lesson.Date,
                roll.Page.Students.Keys.Where(student => roll.Page.ClassOn(roll.Lesson, student) is not null),
                ct
            )
            : null;
}
