using System.Collections.Concurrent;
using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Writing;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Remarks.Storage;

/// <summary>
/// Remarks as they stand now. Those of a student whose diary is looked at are kept in memory until one of them changes: a diary is shown again after
/// every change of anything.
/// </summary>
public sealed class RemarkBook(IDbContextFactory<JournalDb> databases) : IFollower
{
    /// <summary>So many students; then all are forgotten and read again.</summary>
    public const int MostStudents = 4000;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<StudentId, ImmutableArray<RemarkCard>> _known = new();
    private readonly List<StudentId> _pending = [];
    private long _changes;

    /// <summary>A student's, the withdrawn too; the oldest first.</summary>
    public async Task<ImmutableArray<RemarkCard>> Of(StudentId student, CancellationToken ct = default)
    {
        while (true)
        {
            var changes = Volatile.Read(ref _changes);
            if (_known.TryGetValue(student, out var known))
                return known;

            var read = await Read(rows => rows.Where(row => row.Student == student.Value), ct);
            lock (_lock)
            {
                // What was committed meanwhile may not be in it.
                if (changes != _changes)
                    continue;
                if (_known.Count >= MostStudents)
                    _known.Clear();
                _known[student] = read;
            }

            return read;
        }
    }

    /// <summary>Of a class, about days from this one on; the oldest first.</summary>
    public Task<ImmutableArray<RemarkCard>> Of(ClassId schoolClass, DateOnly since, CancellationToken ct = default) =>
        Read(rows => rows.Where(row => row.Class == schoolClass.Value && row.Date >= since), ct);

    /// <summary>Null when there is no such remark.</summary>
    public async Task<RemarkCard?> Of(RemarkId remark, CancellationToken ct = default) =>
        (await Read(rows => rows.Where(row => row.Id == remark.Value), ct)).FirstOrDefault();

    internal static RemarkCard? Card(RemarkId remark, LaneData data) =>
        Cards(data.Db, rows => rows.Where(row => row.Id == remark.Value)).AsEnumerable().Select(Card).FirstOrDefault();

    public void Fold(Committed change)
    {
        if (change.Event is RemarkWritten or RemarkCorrected or RemarkWithdrawn)
            _pending.Add(change.Event.Concern.Student!.Value);
    }

    public object Mark() => _pending.Count;

    public void Rewind(object mark) => _pending.RemoveRange((int)mark, _pending.Count - (int)mark);

    public void Accept()
    {
        if (_pending.Count == 0)
            return;

        lock (_lock)
        {
            _changes++;
            foreach (var student in _pending)
                _known.TryRemove(student, out _);
        }

        _pending.Clear();
    }

    public void Discard() => _pending.Clear();

    private async Task<ImmutableArray<RemarkCard>> Read(Func<IQueryable<RemarkRow>, IQueryable<RemarkRow>> which, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. (await Cards(db, which).AsNoTracking().ToListAsync(ct)).Select(Card)];
    }

    private static IQueryable<Rows> Cards(JournalDb db, Func<IQueryable<RemarkRow>, IQueryable<RemarkRow>> which) =>
        from row in which(db.Set<RemarkRow>())
        join words in db.Set<RemarkWordsRow>() on row.Id equals words.Remark
        orderby row.Date, row.Id
        select new Rows { Remark = row, Words = words };

    private static RemarkCard Card(Rows rows)
    {
        var (row, words) = (rows.Remark, rows.Words);
        return new(
            new(
                new(row.Id),
                new(row.Student),
                new(row.Class),
                row.Course is { } course ? new CourseId(course) : null,
                row.Lesson is { } lesson ? new LessonId(lesson) : null,
                row.Date
            ),
            new((RemarkKind)words.Kind, words.Text),
            words.Withdrawn,
            Stamp(row.Seq, row.By, row.At),
            Stamp(words.Version, words.By, words.At)
        );
    }

    private static LessonStamp Stamp(long seq, int by, long at) => new(seq, new(by), new DateTimeOffset(at, TimeSpan.Zero));

    private sealed class Rows
    {
        public required RemarkRow Remark { get; init; }

        public required RemarkWordsRow Words { get; init; }
    }
}
