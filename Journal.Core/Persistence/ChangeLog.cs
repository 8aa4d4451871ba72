using Journal.Core.Basics;
using Journal.Core.Live;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Persistence;

/// <summary>Reads the log: for catching up after a gap, and for the history of a cell.</summary>
public sealed class ChangeLog(IDbContextFactory<JournalDb> databases, EventBook events)
{
    /// <summary>Changes this audience hears, after a Seq, in order; at most <paramref name="limit"/>.</summary>
    public Task<IReadOnlyList<Committed>> Read(Audience audience, long after, int limit, CancellationToken ct = default) =>
        Read([audience], after, limit, ct);

    /// <summary>The same of several audiences, each change once, as one snapshot has them.</summary>
    public async Task<IReadOnlyList<Committed>> Read(
        IReadOnlyList<Audience> audiences,
        long after,
        int limit,
        CancellationToken ct = default
    )
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var reading = await db.BeginReading(ct);
        var rows = new SortedDictionary<long, Change>();
        foreach (var audience in audiences)
        {
            foreach (var row in await Heard(db, audience, after, limit).ToListAsync(ct))
                rows.TryAdd(row.Seq, row);
        }

        return [.. rows.Values.Take(limit).Select(events.Read)];
    }

    /// <summary>Every change of these kinds about one student of one course, in order.</summary>
    public async Task<IReadOnlyList<Committed>> About(StudentId student, CourseId course, string kind, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db
            .Changes.AsNoTracking()
            .Where(change => change.Student == student.Value && change.Course == course.Value && change.Kind == kind)
            .OrderBy(change => change.Seq)
            .ToListAsync(ct);
        return [.. rows.Select(events.Read)];
    }

    /// <summary>Every change of this kind in one course, in order.</summary>
    public async Task<IReadOnlyList<Committed>> About(CourseId course, string kind, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db
            .Changes.AsNoTracking()
            .Where(change => change.Course == course.Value && change.Kind == kind)
            .OrderBy(change => change.Seq)
            .ToListAsync(ct);
        return [.. rows.Select(events.Read)];
    }

    /// <summary>The same of what concerns no student: few among the changes of a course.</summary>
    public async Task<IReadOnlyList<Committed>> AboutLessons(CourseId course, string kind, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db
            .Changes.AsNoTracking()
            .Where(change => change.Course == course.Value && change.Student == null && change.Kind == kind)
            .OrderBy(change => change.Seq)
            .ToListAsync(ct);
        return [.. rows.Select(events.Read)];
    }

    public async Task<long> Head(CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Head(ct);
    }

    private static IQueryable<Change> Heard(JournalDb db, Audience audience, long after, int limit) =>
        Heard(db.Changes.AsNoTracking(), audience).Where(change => change.Seq > after).OrderBy(change => change.Seq).Take(limit);

    private static IQueryable<Change> Heard(IQueryable<Change> changes, Audience audience) =>
        audience.Kind switch
        {
            AudienceKind.Course => changes.Where(change => change.Course == audience.Id),
            AudienceKind.Class => changes.Where(change => change.Class == audience.Id),
            AudienceKind.Student => changes.Where(change => change.Student == audience.Id),
            AudienceKind.Person => changes.Where(change => change.Person == audience.Id),
            AudienceKind.Lessons => changes.Where(change =>
                change.Course == audience.Id && change.Student == null && change.Class == null && change.Person == null
            ),
            _ => changes.Where(change => change.Course == null && change.Class == null && change.Student == null && change.Person == null),
        };
}
