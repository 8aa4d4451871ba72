using System.Collections.Concurrent;
using Journal.Core.Basics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Journal.Core.Diary.Storage;

/// <summary>When somebody last looked at a student's diary.</summary>
public sealed record LastLook(PersonId Viewer, StudentId Student, DateTimeOffset At);

/// <summary>
/// Who has looked at which diary: of each person, student and day the first and the last moment, so that looking often costs no more rows. What a
/// power cut takes was at most some seconds.
/// </summary>
public sealed class ReadingBook(IDbContextFactory<SeenDb> databases, SchoolClock clock, ILogger<ReadingBook> log)
    : WrittenBehind(clock.Time, log)
{
    /// <summary>A school year and its summer; older ones go.</summary>
    public const int DaysKept = 400;

    private readonly ConcurrentDictionary<Key, (DateTimeOffset First, DateTimeOffset Last)> _unwritten = new();
    private DateOnly? _tidied;

    /// <summary>How many wait to be written.</summary>
    public int Unwritten => _unwritten.Count;

    /// <summary>A page of the diary is shown to one of the family.</summary>
    public void Look(PersonId viewer, StudentId student)
    {
        var now = clock.Now;
        _unwritten.AddOrUpdate(new(viewer, student, clock.DayOf(now)), _ => (now, now), (_, known) => (known.First, now));
    }

    /// <summary>The last look of everybody at the diaries of these students.</summary>
    public async Task<IReadOnlyList<LastLook>> Read(IReadOnlyCollection<StudentId> students, CancellationToken ct = default)
    {
        var asked = students.Select(student => student.Value).ToArray();
        // First what waits: what is written meanwhile is then found twice, which does no harm, and not missed.
        var waiting = _unwritten
            .Where(one => students.Contains(one.Key.Student))
            .Select(one => new LastLook(one.Key.Viewer, one.Key.Student, one.Value.Last))
            .ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        var written = await db
            .Readings.Where(row => asked.Contains(row.Student))
            .GroupBy(row => new { row.Viewer, row.Student })
            .Select(all => new
            {
                all.Key.Viewer,
                all.Key.Student,
                Last = all.Max(row => row.Last),
            })
            .ToListAsync(ct);
        return
        [
            .. written
                .Select(row => new LastLook(new(row.Viewer), new(row.Student), new(row.Last, TimeSpan.Zero)))
                .Concat(waiting)
                .GroupBy(look => (look.Viewer, look.Student))
                .Select(looks => looks.MaxBy(look => look.At)!),
        ];
    }

    public override async Task Write(CancellationToken ct = default)
    {
        var rows = _unwritten.ToArray();
        if (rows.Length == 0)
            return;

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var (key, (first, last)) in rows)
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "DiaryReadings" ("Viewer", "Student", "Day", "First", "Last")
                VALUES ({key.Viewer.Value}, {key.Student.Value}, {key.Day}, {first.UtcTicks}, {last.UtcTicks})
                ON CONFLICT ("Student", "Viewer", "Day") DO UPDATE SET "Last" = max("Last", excluded."Last")
                """,
                ct
            );
        await Tidy(db, ct);
        await transaction.CommitAsync(ct);
        // Whoever looked again meanwhile waits for the next time.
        foreach (var row in rows)
            _unwritten.TryRemove(row);
    }

    private async Task Tidy(SeenDb db, CancellationToken ct)
    {
        var today = clock.Today;
        if (_tidied == today)
            return;

        var oldest = today.AddDays(-DaysKept);
        await db.Readings.Where(row => row.Day < oldest).ExecuteDeleteAsync(ct);
        _tidied = today;
    }

    private readonly record struct Key(PersonId Viewer, StudentId Student, DateOnly Day);
}
