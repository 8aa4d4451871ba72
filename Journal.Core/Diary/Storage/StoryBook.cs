using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>Reads what a family may know of the past of a student's marks.</summary>
public sealed class StoryBook(IDbContextFactory<JournalDb> databases, RosterSource rosters, StudentLog log)
{
    /// <summary>Of one mark; null when its column is none that the family sees.</summary>
    public async Task<MarkStory?> Read(StudentId student, WorkId work, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var course = await db.Set<WorkRow>().Where(row => row.Id == work.Value).Select(row => (int?)row.Course).FirstOrDefaultAsync(ct);
        if (course is not { } known || await Read(student, [new(known)], work, ct) is not [var story])
            return null;

        return story.IsGone || story.Entries.Count == 0 ? story : story with { MakeUp = await MakeUpOf(student, work, db, ct) };
    }

    // It tells of an absence: not before families see absences of this lesson.
    private async Task<MakeUpProtocol?> MakeUpOf(StudentId student, WorkId work, JournalDb db, CancellationToken ct)
    {
        var waits = rosters.Current.Settings.AbsencesWaitForRoll;
        var missed = rosters.Current.Codes.Where(code => code.CountsAsMissed).Select(code => (int?)code.Id.Value).ToArray();
        var row = await (
            from column in db.Set<WorkRow>()
            where column.Id == work.Value
            join made in db.Set<MakeUpRow>() on column.Lesson equals made.Lesson
            where made.Student == student.Value
            where !waits || db.Set<RollRow>().Any(roll => roll.Lesson == made.Lesson)
            where
                db.Set<AttendanceRow>()
                    .Any(cell => cell.Lesson == made.Lesson && cell.Student == made.Student && missed.Contains(cell.Code))
            select made
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(ct);
        return row is null ? null : MakeUps.Protocol(row);
    }

    /// <summary>Of all marks of a subject that were changed or taken back, in the order of their lessons.</summary>
    public async Task<IReadOnlyList<MarkStory>> Changed(StudentId student, CourseId course, CancellationToken ct = default)
    {
        var roster = rosters.Current;
        var subject = roster.Courses[course].Subject;
        // A former group's marks came along with the student.
        CourseId[] all = [.. roster.CoursesOf(student).Where(one => roster.Courses[one].Subject == subject)];
        return [.. (await Read(student, all, null, ct)).Where(story => story.WasChanged)];
    }

    private async Task<IReadOnlyList<MarkStory>> Read(StudentId student, CourseId[] courses, WorkId? only, CancellationToken ct)
    {
        // First the log: what follows from it is in the tables by then.
        var cells = (await log.Marks(student, courses, ct)).ToLookup(WorkOf);
        WorkId[] asked = only is { } one ? [one] : [.. cells.Where(cell => cell.Count() > 1).Select(cell => cell.Key)];
        var ids = asked.Select(work => work.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await (
            from work in db.Set<WorkRow>()
            where ids.Contains(work.Id) && work.Shown
            join lesson in db.Set<LessonRow>() on work.Lesson equals lesson.Id
            orderby lesson.Date, lesson.Number, work.Ordinal
            select new { work, lesson.Date }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        var source = new DiarySource(rosters.Current, 0, student, AsStaff: false);
        var own = source.Roster.CoursesOf(student).ToHashSet();
        return
        [
            .. rows.Select(row => Story(source, row.work, row.Date, cells[new(row.work.Id)]))
                .Where(story => story.Entries.Count > 0 || own.Contains(story.Course)),
        ];
    }

    private static MarkStory Story(DiarySource source, WorkRow work, DateOnly date, IEnumerable<Committed> changes) =>
        new(
            new(work.Course),
            new(work.Id),
            date,
            source.Subject(new(work.Course)),
            source.Roster.WorkTypes[new(work.Type)].Name,
            work.Title,
            work.Removed,
            MarkEntries.Of(changes.Select(change => Fact(source, work.Course, change)), GraceTime.Default)
        );

    private static CellFact Fact(DiarySource source, int course, Committed change) =>
        change.Event switch
        {
            MarkSet e => new(change.Seq, change.At, change.Actor, source.Text(e.Before, course), source.Text(e.After, course), e.Shown),
            MarkShown e => new(change.Seq, change.At, change.Actor, "", source.Text(e.Value, course), Shown: true),
            _ => throw new InvalidOperationException($"{change.Event} is no mark."),
        };

    private static WorkId WorkOf(Committed change) => change.Event is MarkSet e ? e.Work : ((MarkShown)change.Event).Work;
}
