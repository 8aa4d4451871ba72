using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.Register.Storage;

namespace Journal.Core.Access;

/// <summary>The homework of a lesson, as its teacher sets it.</summary>
/// <param name="Next">The lessons of the course for which it may be.</param>
/// <param name="Planned">What the course's plan has for the lesson's topic.</param>
/// <param name="Closed">What closes it; null while it may be written.</param>
/// <param name="MayWrite">Whether the reader may, the lesson's own locks aside.</param>
/// <param name="Norm">Minutes a day of the lowest grade in the group; null where there is none.</param>
public sealed record HomeworkCard(
    JournalPage Page,
    Lesson Lesson,
    IReadOnlyList<Lesson> Next,
    string? Planned,
    Refusal? Closed,
    bool MayWrite,
    int? Norm
);

public sealed partial class Readings
{
    private const int MostLessonsAhead = 12;

    /// <summary>For whoever reads the lesson's page.</summary>
    public async Task<HomeworkCard?> Homework(PersonId reader, LessonId lesson, CancellationToken ct = default)
    {
        if (Roll(reader, lesson) is not { } roll)
            return null;

        var (roster, page) = (rosters.Current, roll.Page);
        return new(
            page,
            roll.Lesson,
            [.. DueDays.LessonsAfter(pages, roster, page, roll.Lesson).Take(MostLessonsAhead)],
            await plans.Homework(page.Id.Course, roll.Lesson, ct),
            page.MayRecord(roll.Lesson, clock.Today),
            roll.MayTake,
            HomeworkNorm.MinutesOf(roster.ClassesOf(page.Id.Course).Min(one => roster.Classes[one].Grade))
        );
    }

    /// <summary>
    /// What students of the lesson have to do for each of these days, in all subjects: for whoever reads the lesson's page, because whoever sets
    /// homework must know of the colleagues'.
    /// </summary>
    /// <param name="students">Null: everybody in the group on the lesson's day.</param>
    public IReadOnlyList<DayLoad>? HomeworkLoad(
        PersonId reader,
        LessonId lesson,
        IReadOnlyCollection<StudentId>? students,
        DateOnly from,
        DateOnly to
    )
    {
        if (Roll(reader, lesson) is not { } roll)
            return null;

        var all = roll.Page.Students.Keys.Where(student => roll.Page.ClassOn(roll.Lesson, student) is not null);
        return HomeworkLoads.Of(pages, rosters.Current, [.. students is null ? all : all.Intersect(students)], from, to);
    }
}
