using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Register.Storage;

/// <summary>
/// The pages in memory: one immutable object each, shared by the lane and every viewer. The lane folds its batch into a pending copy; the commit
/// makes that the page everybody sees.
/// </summary>
public sealed class JournalPages(IDbContextFactory<JournalDb> databases, RosterSource rosters) : IFollower
{
    private readonly PageCache _cache = new();
    private ImmutableDictionary<PageId, JournalPage?> _pending = ImmutableDictionary<PageId, JournalPage?>.Empty;
    private ImmutableDictionary<CourseId, long> _touched = ImmutableDictionary<CourseId, long>.Empty;
    private readonly Lock[] _reading = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];
    private long _schoolChanged;
    private long _folded;
    private long _head;

    /// <summary>The last commit that whatever is read from now on holds, of every page.</summary>
    public long Head
    {
        get
        {
            if (Volatile.Read(ref _head) is var head and > 0)
                return head;

            using var db = databases.CreateDbContext();
            Interlocked.CompareExchange(ref _head, db.Head().GetAwaiter().GetResult(), 0);
            return Volatile.Read(ref _head);
        }
    }

    /// <summary>How many pages are in memory.</summary>
    public int Cached => _cache.Count;

    /// <summary>The page as the last commit left it; null when there is none.</summary>
    public JournalPage? Read(PageId id)
    {
        if (_cache.Get(id) is { } cached)
            return cached;

        // A whole class asks at once when its day begins: one reads the file, the others find the page.
        lock (_reading[(uint)id.GetHashCode() % _reading.Length])
            return _cache.Get(id) ?? Load(id);
    }

    /// <summary>The page as this batch of the lane has left it so far.</summary>
    internal JournalPage? InLane(PageId id, LaneData data)
    {
        if (_pending.TryGetValue(id, out var pending) && pending is not null)
            return pending;
        if (!_pending.ContainsKey(id) && !IsTouched(id.Course) && _cache.Get(id) is { } cached)
            return cached;

        var head = data.Db.Changes.Max(change => (long?)change.Seq) ?? 0;
        var page = PageLoader.Load(data.Db, rosters.InLane(data), id, head);
        if (page is not null)
            _pending = _pending.SetItem(id, page);
        return page;
    }

    /// <summary>The page a column stands on; null when the course has no such column.</summary>
    internal JournalPage? PageOf(CourseId course, WorkId work, LaneData data)
    {
        if (Known(course).FirstOrDefault(page => page.Works.ContainsKey(work)) is { } known)
            return known;

        var row = data.Db.Set<WorkRow>().Where(row => row.Id == work.Value && row.Course == course.Value).Select(row => (int?)row.Term);
        return row.FirstOrDefault() is { } term ? InLane(new PageId(course, new(term)), data) : null;
    }

    /// <summary>The page a lesson stands on; null when the course has no such lesson.</summary>
    internal JournalPage? PageOf(CourseId course, LessonId lesson, LaneData data)
    {
        if (Known(course).FirstOrDefault(page => page.Lessons.ContainsKey(lesson)) is { } known)
            return known;

        var row = data.Db.Set<LessonRow>().Where(row => row.Id == lesson.Value && row.Course == course.Value).Select(row => (int?)row.Term);
        return row.FirstOrDefault() is { } term ? InLane(new PageId(course, new(term)), data) : null;
    }

    public void Fold(Committed change)
    {
        _folded = change.Seq;
        if (change.Event.Concern.Course is { } course)
        {
            foreach (var page in Known(course))
                _pending = _pending.SetItem(page.Id, page.Apply(change));
            _touched = _touched.SetItem(course, change.Seq);
        }
        else if (change.Event.Concern == Concern.School && change.Event is not IBesidePages)
        {
            _schoolChanged = change.Seq;
            _pending = _pending.SetItems(
                _pending.Keys.Concat(_cache.Keys()).Distinct().Select(id => KeyValuePair.Create(id, (JournalPage?)null))
            );
        }
    }

    public object Mark() => (_pending, _touched, _schoolChanged, _folded);

    public void Rewind(object mark) =>
        (_pending, _touched, _schoolChanged, _folded) = ((
            ImmutableDictionary<PageId, JournalPage?>,
            ImmutableDictionary<CourseId, long>,
            long,
            long
        ))mark;

    public void Accept()
    {
        _cache.Accept(_pending, _touched, _schoolChanged);
        // Of a batch that was rewound whole nothing was committed.
        if (_folded > 0)
            Volatile.Write(ref _head, _folded);
        Discard();
    }

    public void Discard() =>
        (_pending, _touched, _schoolChanged, _folded) = (
            ImmutableDictionary<PageId, JournalPage?>.Empty,
            ImmutableDictionary<CourseId, long>.Empty,
            0,
            0
        );

    private JournalPage? Load(PageId id)
    {
        while (true)
        {
            using var db = databases.CreateDbContext();
            using var reading = db.BeginReading().GetAwaiter().GetResult();
            var seq = db.Head().GetAwaiter().GetResult();
            if (rosters.At(seq) is not { } roster)
                continue;

            var page = PageLoader.Load(db, roster, id, seq);
            if (page is not null)
                _cache.Offer(page);
            return page;
        }
    }

    // What the cache holds of such a course and this batch does not, a reader has put there since, from the commit before.
    private bool IsTouched(CourseId course) => _touched.ContainsKey(course) || _schoolChanged > 0;

    private List<JournalPage> Known(CourseId course)
    {
        var known = IsTouched(course) ? [] : _cache.Of(course);
        if (_pending.IsEmpty)
            return known;

        known.RemoveAll(page => _pending.ContainsKey(page.Id));
        foreach (var (id, page) in _pending)
        {
            if (id.Course == course && page is not null)
                known.Add(page);
        }

        return known;
    }
}
