using Journal.Core.Basics;
using Journal.Core.Notices;

namespace Journal.Core.Access;

public sealed partial class Readings
{
    /// <summary>Guardians' notices of a class about today and the days since, and all that are unanswered; for whoever reads the class.</summary>
    public async Task<IReadOnlyList<NoticeCard>?> Notices(
        PersonId reader,
        ClassId schoolClass,
        DateOnly since,
        CancellationToken ct = default
    ) => rosters.Current.MayReadClass(reader, schoolClass, clock.Today) ? await notices.Of(schoolClass, since, ct) : null;

    /// <summary>How many notices of a class wait for an answer; for its class teacher.</summary>
    public async Task<int?> UnansweredNotices(PersonId reader, ClassId schoolClass, CancellationToken ct = default) =>
        rosters.Current.Leads(reader, schoolClass, clock.Today) ? await notices.Unanswered(schoolClass, ct) : null;

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
