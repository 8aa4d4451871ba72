namespace Journal.Web.Diary;

/// <summary>
/// What was heard and stands on no page yet: lessons that can be drawn by themselves, or something for which the whole page is needed. Each with
/// the Seq of its last change.
/// </summary>
/// <param name="shown">The last change the page holds.</param>
public sealed class Unshown(long shown)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, long> _lessons = [];
    private long _page = shown;
    private long _drawn = shown;
    private long _whole;

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _whole == 0 && _lessons.Count == 0;
        }
    }

    /// <param name="lesson">What the change is about, where that is one lesson's own line; null asks for the whole page.</param>
    public void Heard(long seq, int? lesson)
    {
        lock (_gate)
        {
            // Of what the whole school heard late the page may hold more already.
            if (seq <= _page)
                return;
            if (lesson is not { } one)
                _whole = Math.Max(_whole, seq);
            else if (_lessons.GetValueOrDefault(one) < seq)
                _lessons[one] = seq;
        }
    }

    /// <summary>What can be drawn by itself; null when the whole page is needed.</summary>
    public IReadOnlyDictionary<int, long>? Lessons()
    {
        lock (_gate)
            return _whole > 0 || _lessons.Count == 0 ? null : new Dictionary<int, long>(_lessons);
    }

    /// <summary>A whole page came. One that was on its way meanwhile may be older than what was drawn.</summary>
    public void Holds(long seq)
    {
        lock (_gate)
        {
            if (seq < _drawn)
                _whole = Math.Max(_whole, _drawn);
            if (_whole <= seq)
                _whole = 0;
            foreach (var (lesson, change) in _lessons)
            {
                if (change <= seq)
                    _lessons.Remove(lesson);
            }

            (_page, _drawn) = (seq, seq);
        }
    }

    /// <summary>These lessons stand on the page now.</summary>
    public void Drew(IReadOnlyDictionary<int, long> lessons)
    {
        lock (_gate)
        {
            foreach (var (lesson, change) in lessons)
            {
                _drawn = Math.Max(_drawn, change);
                if (_lessons.GetValueOrDefault(lesson) == change)
                    _lessons.Remove(lesson);
            }
        }
    }

    /// <summary>The lessons could not be drawn by themselves.</summary>
    public void NeedsWhole()
    {
        lock (_gate)
            _whole = _lessons.Values.Append(_whole).Max();
    }
}
