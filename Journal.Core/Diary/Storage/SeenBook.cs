using System.Collections.Concurrent;
using Journal.Core.Basics;
using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Journal.Core.Diary.Storage;

/// <summary>
/// How far each viewer has seen each diary: in memory, and written to the file some seconds later, many at a time. What a power cut takes is shown
/// as new once more.
/// </summary>
public sealed class SeenBook(
    IDbContextFactory<SeenDb> databases,
    IDbContextFactory<JournalDb> journals,
    SchoolClock clock,
    ILogger<SeenBook> log
) : WrittenBehind(clock.Time, log)
{
    private readonly ConcurrentDictionary<Key, Seen> _seen = new();
    private readonly ConcurrentDictionary<Key, long> _written = new();
    private (DateOnly Day, long Seq)? _yesterday;

    /// <summary>Makes or changes the table; before the first question.</summary>
    public static void Prepare(SchoolFile file)
    {
        var options = new DbContextOptionsBuilder<SeenDb>();
        SeenDb.Use(options, file);
        using var db = new SeenDb(options.Options);
        if (!db.Database.GetPendingMigrations().Any())
            return;

        // We hold the folder, so nobody else migrates: a lock left behind is one of a migration that was killed.
        db.Database.ExecuteSqlRaw("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        db.Database.Migrate();
    }

    /// <summary>A page is about to be shown: the last change that is not news to this viewer.</summary>
    public async Task<long> Look(PersonId viewer, StudentId student, CancellationToken ct = default)
    {
        var key = new Key(viewer, student);
        await Load(key, ct);
        var seen = Change(key, one => one.Look(clock.Now));
        return seen.Upto ?? await BeforeToday(ct);
    }

    public async Task Confirm(PersonId viewer, StudentId student, long seq, CancellationToken ct = default)
    {
        var key = new Key(viewer, student);
        await Load(key, ct);
        Change(key, one => one.Confirm(seq));
    }

    public async Task Leave(PersonId viewer, StudentId student, long seq, CancellationToken ct = default)
    {
        var key = new Key(viewer, student);
        await Load(key, ct);
        Change(key, one => one.Leave(seq, clock.Now));
    }

    /// <summary>Writes what has changed since the last time, in one transaction.</summary>
    public override async Task Write(CancellationToken ct = default)
    {
        var rows = _seen
            .Select(one => (one.Key, Seq: one.Value.Settle(clock.Now).Upto))
            .Where(one => one.Seq is { } seq && _written.GetValueOrDefault(one.Key) != seq)
            .Select(one => (one.Key, Seq: one.Seq!.Value))
            .ToList();
        if (rows.Count == 0)
            return;

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var (key, seq) in rows)
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "DiarySeen" ("Viewer", "Student", "Seq", "At") VALUES ({key.Viewer.Value}, {key.Student.Value}, {seq}, {clock.Now.UtcTicks})
                ON CONFLICT ("Viewer", "Student") DO UPDATE SET "Seq" = excluded."Seq", "At" = excluded."At"
                """,
                ct
            );
        await transaction.CommitAsync(ct);
        foreach (var (key, seq) in rows)
            _written[key] = seq;
    }

    private Seen Change(Key key, Func<Seen, Seen> change) => _seen.AddOrUpdate(key, _ => change(Seen.Never), (_, now) => change(now));

    private async Task Load(Key key, CancellationToken ct)
    {
        if (_seen.ContainsKey(key))
            return;

        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db
            .Seen.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Viewer == key.Viewer.Value && one.Student == key.Student.Value, ct);
        if (row is not null)
            _written[key] = row.Seq;
        _seen.TryAdd(key, new Seen(row?.Seq));
    }

    // To whoever has never looked, what was recorded today is new; a whole term would be noise.
    private async Task<long> BeforeToday(CancellationToken ct)
    {
        var today = clock.Today;
        if (_yesterday is { } known && known.Day == today)
            return known.Seq;

        var midnight = clock.MomentOf(today, TimeOnly.MinValue).UtcTicks;
        await using var db = await journals.CreateDbContextAsync(ct);
        var seq = await db
            .Changes.OrderByDescending(change => change.Seq)
            .Where(change => change.At < midnight)
            .Select(change => change.Seq)
            .FirstOrDefaultAsync(ct);
        _yesterday = (today, seq);
        return seq;
    }

    private readonly record struct Key(PersonId Viewer, StudentId Student);
}
