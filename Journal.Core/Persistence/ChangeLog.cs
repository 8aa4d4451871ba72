using Journal.Core.Basics;
using Journal.Core.Live;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Persistence;

/// <summary>Reads the log: for catching up after a gap, and for the history of a cell.</summary>
public sealed class ChangeLog(IDbContextFactory<JournalDb> databases, EventBook events)
{
    private const int Recent = 300;

    /// <summary>Changes this audience hears, after a Seq, in order; at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<Committed>> Read(Audience audience, long after, int limit, CancellationToken ct = default) =>
        (await Read([audience], after, limit, ct)).Changes;

    /// <summary>The same of several audiences, each change once, as one snapshot has them.</summary>
    public async Task<Said> Read(IReadOnlyList<Audience> audiences, long after, int limit, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var reading = await db.BeginReading(ct);
        var head = await db.Head(ct);
        IEnumerable<Change> rows =
            after >= head ? []
            : head - after <= Recent ? await Among(db, audiences, after, ct)
            : await ByAudience(db, audiences, after, limit, ct);
        return new([.. rows.Take(limit).Select(events.Read)], head);
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

    /// <summary>Every change of these kinds about one student, in order.</summary>
    public async Task<IReadOnlyList<Committed>> About(StudentId student, IReadOnlyList<string> kinds, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db
            .Changes.AsNoTracking()
            .Where(change => change.Student == student.Value && kinds.Contains(change.Kind))
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

    // Whoever opens a page asks for what was said in the blink since: a handful of changes, whosever they are.
    private static async Task<IEnumerable<Change>> Among(JournalDb db, IReadOnlyList<Audience> audiences, long after, CancellationToken ct)
    {
        var rows = await db.Changes.AsNoTracking().Where(change => change.Seq > after).OrderBy(change => change.Seq).ToListAsync(ct);
        return rows.Where(row => Audience.Of(ConcernOf(row)).Any(audiences.Contains));
    }

    private static Concern ConcernOf(Change row) =>
        new(
            row.Course is { } course ? new CourseId(course) : null,
            row.Class is { } schoolClass ? new ClassId(schoolClass) : null,
            row.Student is { } student ? new StudentId(student) : null,
            row.Person is { } person ? new PersonId(person) : null
        );

    private static async Task<IEnumerable<Change>> ByAudience(
        JournalDb db,
        IReadOnlyList<Audience> audiences,
        long after,
        int limit,
        CancellationToken ct
    )
    {
        var rows = new SortedDictionary<long, Change>();
        foreach (var audience in audiences)
        {
            foreach (var row in await Heard(db, audience, after, limit).ToListAsync(ct))
                rows.TryAdd(row.Seq, row);
        }

        return rows.Values;
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

/// <summary>What was said since a Seq, in order, and the last Seq of the snapshot it was read from.</summary>
public sealed record Said(IReadOnlyList<Committed> Changes, long Head);
