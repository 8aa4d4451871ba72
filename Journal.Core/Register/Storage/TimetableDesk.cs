using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.Timetable;
using Journal.Core.Timetable.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Register.Storage;

/// <summary>The timetable's cards, and what a change of them would come to.</summary>
public sealed class TimetableDesk(IDbContextFactory<JournalDb> databases)
{
    /// <summary>The cards of these courses that hold on this day, by weekday and number.</summary>
    public async Task<IReadOnlyList<TimetableCard>> Cards(IReadOnlyCollection<CourseId> courses, DateOnly on, CancellationToken ct = default)
    {
        var ids = courses.Select(course => course.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Set<TimetableCardRow>()
            .AsNoTracking()
            .Where(row => ids.Contains(row.Course) && row.From <= on && (row.To == null || row.To >= on))
            .OrderBy(row => row.Weekday)
            .ThenBy(row => row.Number)
            .ThenBy(row => row.Id)
            .ToListAsync(ct);
        return [.. rows.Select(row => row.Read())];
    }

    /// <summary>As the lane would decide it now; nothing is written.</summary>
    public async Task<TimetableTrial> Try(Roster roster, ChangeTimetable change, DateOnly today, CancellationToken ct = default)
    {
        if (TimetableRules.Unfit(change, today) is { } unfit)
            return new(unfit, null);

        await using var db = await databases.CreateDbContextAsync(ct);
        var (lesson, work, card) = (await Last<LessonRow>(db, ct), await Last<WorkRow>(db, ct), await Last<TimetableCardRow>(db, ct));
        var ids = new NewIds(() => new(++lesson), () => new(++work));
        return new TimetableEffects(db, roster, change, ids, () => ++card).WorkOut();
    }

    private static async Task<int> Last<TRow>(JournalDb db, CancellationToken ct)
        where TRow : class => await db.Set<TRow>().MaxAsync(row => (int?)EF.Property<int>(row, "Id"), ct) ?? 0;
}
