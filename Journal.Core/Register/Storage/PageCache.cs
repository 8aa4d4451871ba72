using Journal.Core.Basics;

namespace Journal.Core.Register.Storage;

/// <summary>Keeps the pages used last, bounded by their cells. A page read from an older snapshot than the last commit to it is not taken in.</summary>
internal sealed class PageCache
{
    /// <summary>About 70 MB of cells.</summary>
    public const int Capacity = 600_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<PageId, LinkedListNode<JournalPage>> _nodes = [];
    private readonly Dictionary<CourseId, HashSet<PageId>> _byCourse = [];
    private readonly LinkedList<JournalPage> _order = [];
    private readonly Dictionary<CourseId, long> _lastTouched = [];
    private long _schoolChanged;
    private int _size;

    public int Count
    {
        get
        {
            lock (_lock)
                return _nodes.Count;
        }
    }

    public JournalPage? Get(PageId id)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(id, out var node))
                return null;
            if (_order.First != node)
            {
                _order.Remove(node);
                _order.AddFirst(node);
            }

            return node.Value;
        }
    }

    public List<JournalPage> Of(CourseId course)
    {
        lock (_lock)
            return _byCourse.TryGetValue(course, out var ids) ? [.. ids.Select(id => _nodes[id].Value)] : [];
    }

    public List<PageId> Keys()
    {
        lock (_lock)
            return [.. _nodes.Keys];
    }

    /// <summary>A reader's page: taken only if nothing was committed to it since its snapshot.</summary>
    public void Offer(JournalPage page)
    {
        lock (_lock)
        {
            if (_lastTouched.GetValueOrDefault(page.Id.Course) <= page.Seq && _schoolChanged <= page.Seq && !_nodes.ContainsKey(page.Id))
                Put(page);
        }
    }

    /// <summary>What a commit left: new pages, and those that must be read anew.</summary>
    public void Accept(IReadOnlyDictionary<PageId, JournalPage?> pages, IReadOnlyDictionary<CourseId, long> touched, long schoolChanged)
    {
        lock (_lock)
        {
            foreach (var (id, page) in pages)
            {
                Remove(id);
                if (page is not null)
                    Put(page);
            }

            foreach (var (course, seq) in touched)
            {
                _lastTouched[course] = seq;
                RemoveOlder(Of(course), seq);
            }

            _schoolChanged = Math.Max(_schoolChanged, schoolChanged);
            RemoveOlder([.. _order], schoolChanged);
        }
    }

    // A reader may have offered its page after the lane had folded and before it had committed.
    private void RemoveOlder(List<JournalPage> pages, long seq)
    {
        foreach (var page in pages)
        {
            if (page.Seq < seq)
                Remove(page.Id);
        }
    }

    private void Put(JournalPage page)
    {
        _nodes.Add(page.Id, _order.AddFirst(page));
        if (!_byCourse.TryGetValue(page.Id.Course, out var ids))
            _byCourse.Add(page.Id.Course, ids = []);
        ids.Add(page.Id);
        _size += page.Size;
        while (_size > Capacity && _order.Count > 1)
            Remove(_order.Last!.Value.Id);
    }

    private void Remove(PageId id)
    {
        if (!_nodes.Remove(id, out var node))
            return;

        _order.Remove(node);
        _byCourse[id.Course].Remove(id);
        _size -= node.Value.Size;
    }
}
