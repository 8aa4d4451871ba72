using System.Collections.Concurrent;
using Journal.Core.Basics;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Writing;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>
/// What has happened to students' cells lately, in memory for those whose diaries are looked at: a diary is shown again after every change, and each
/// time it asks what is new since the same visit.
/// </summary>
public sealed class StudentLog(IDbContextFactory<JournalDb> databases, EventBook events) : IFollower
{
    /// <summary>So many students; then all are forgotten and read again.</summary>
    public const int MostStudents = 4000;

    private static readonly string[] Kinds =
    [
        RegisterKinds.MarkSet,
        RegisterKinds.MarkShown,
        RegisterKinds.AttendanceSet,
        RegisterKinds.AbsenceShown,
    ];

    private readonly ConcurrentDictionary<StudentId, Recent> _known = new();
    private readonly List<Committed> _pending = [];

    /// <summary>Changes of the student's cells after a Seq, in order.</summary>
    internal async Task<IReadOnlyList<Committed>> After(StudentId student, long seq, CancellationToken ct)
    {
        if (_known.TryGetValue(student, out var known) && known.After(seq) is { } remembered)
            return remembered;

        if (_known.Count >= MostStudents)
            _known.Clear();
        // Listen first, read second. Two viewers of one diary have been here at different times: the longer memory serves both.
        var recent = new Recent(Math.Min(seq, known?.Since ?? seq));
        _known[student] = recent;
        recent.Fill(await Read(student, changes => changes.Where(change => change.Seq > recent.Since), ct));
        return recent.After(seq)!;
    }

    /// <summary>What a course's log says of the student's cells up to a Seq: needed when something was changed, not just put.</summary>
    internal async Task<IReadOnlyList<Committed>> Before(StudentId student, long seq, CourseId course, CancellationToken ct)
    {
        if (_known.TryGetValue(student, out var known) && known.Before(seq, course) is { } remembered)
            return remembered;

        var upto = known is not null && known.Since <= seq ? known.Since : seq;
        var past = await Read(student, changes => changes.Where(change => change.Course == course.Value && change.Seq <= upto), ct);
        if (known is null || upto != known.Since)
            return past;

        known.Remember(course, past);
        return known.Before(seq, course) ?? past;
    }

    /// <summary>Every mark the student had in these courses, and when it was shown to the family, in order.</summary>
    internal async Task<IReadOnlyList<Committed>> Marks(StudentId student, CourseId[] courses, CancellationToken ct)
    {
        var ids = courses.Select(course => (int?)course.Value).ToArray();
        // Of a mark that was shown the log names the student only.
        var all = await Read(student, changes => changes.Where(one => one.Course == null || ids.Contains(one.Course)), ct);
        return [.. all.Where(change => CourseOf(change.Event) is { } course && courses.Contains(course))];
    }

    private static CourseId? CourseOf(JournalEvent fact) =>
        fact switch
        {
            MarkSet e => e.Course,
            MarkShown e => e.Course,
            _ => null,
        };

    public void Fold(Committed change)
    {
        if (change.Event is MarkSet or MarkShown or AttendanceSet or AbsenceShown)
            _pending.Add(change);
    }

    public object Mark() => _pending.Count;

    public void Rewind(object mark) => _pending.RemoveRange((int)mark, _pending.Count - (int)mark);

    public void Accept()
    {
        foreach (var change in _pending)
        {
            var student = change.Event.Concern.Student!.Value;
            if (_known.TryGetValue(student, out var recent) && !recent.Take(change))
                _known.TryRemove(KeyValuePair.Create(student, recent));
        }

        _pending.Clear();
    }

    public void Discard() => _pending.Clear();

    private async Task<List<Committed>> Read(StudentId student, Func<IQueryable<Change>, IQueryable<Change>> which, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var changes = db.Changes.AsNoTracking().Where(change => change.Student == student.Value && Kinds.Contains(change.Kind));
        return [.. (await which(changes).OrderBy(change => change.Seq).ToListAsync(ct)).Select(events.Read)];
    }

    /// <summary>One student's: everything after a Seq, and of some courses what was before it.</summary>
    private sealed class Recent(long since)
    {
        // A whole day of corrections is a few dozen.
        private const int Most = 400;

        private readonly Lock _lock = new();
        private readonly SortedList<long, Committed> _after = [];
        private readonly Dictionary<CourseId, IReadOnlyList<Committed>> _before = [];
        private bool _isWhole;

        public long Since => since;

        public IReadOnlyList<Committed>? After(long seq)
        {
            lock (_lock)
                return _isWhole && since <= seq ? [.. _after.Values.Where(change => change.Seq > seq)] : null;
        }

        public IReadOnlyList<Committed>? Before(long seq, CourseId course)
        {
            lock (_lock)
                return _isWhole && since <= seq && _before.TryGetValue(course, out var past)
                    ? [.. past, .. _after.Values.Where(change => change.Seq <= seq && change.Event.Concern.Course == course)]
                    : null;
        }

        public void Fill(IEnumerable<Committed> read)
        {
            lock (_lock)
            {
                foreach (var change in read)
                    _after.TryAdd(change.Seq, change);
                _isWhole = true;
            }
        }

        public void Remember(CourseId course, IReadOnlyList<Committed> past)
        {
            lock (_lock)
                _before[course] = past;
        }

        /// <summary>False when it has become too much to keep.</summary>
        public bool Take(Committed change)
        {
            lock (_lock)
            {
                _after.TryAdd(change.Seq, change);
                return _after.Count <= Most;
            }
        }
    }
}
