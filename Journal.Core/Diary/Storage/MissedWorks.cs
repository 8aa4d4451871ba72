using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>Columns in which something is new to the family and that stand on none of the pages in hand: removed, or of another term.</summary>
internal sealed class MissedWorks
{
    public static readonly MissedWorks None = new([]);

    private readonly List<Found> _all;

    private MissedWorks(List<Found> all) => _all = all;

    public static async Task<MissedWorks> Load(
        IDbContextFactory<JournalDb> databases,
        DiarySource source,
        IReadOnlyCollection<WorkId> works,
        CancellationToken ct
    )
    {
        if (works.Count == 0)
            return None;

        var ids = works.Select(work => work.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await (
            from work in db.Set<WorkRow>()
            where ids.Contains(work.Id) && work.Shown
            join lesson in db.Set<LessonRow>() on work.Lesson equals lesson.Id
            join mark in db.Set<MarkRow>() on work.Id equals mark.Work
            where mark.Student == source.Student.Value
            orderby work.Ordinal
            select new
            {
                work,
                mark,
                lesson.Date,
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return new(
            rows.ConvertAll(row => new Found(
                new(row.work.Course),
                PageLoader.Work(row.work),
                PageLoader.Cell(row.mark),
                row.Date,
                row.work.Removed
            ))
        );
    }

    public DateOnly? DateOf(WorkId work) => _all.Find(one => one.Work.Id == work)?.Date;

    public IEnumerable<DiaryMark> On(LessonId lesson, DiarySource source, StudentNews news) =>
        _all.Where(one => one.Removed && one.Work.Lesson == lesson)
            .Select(one => DiaryCells.Removed(source, news, one.Course, one.Work, one.Cell))
            .OfType<DiaryMark>();

    private sealed record Found(CourseId Course, Work Work, MarkCell Cell, DateOnly Date, bool Removed);
}
