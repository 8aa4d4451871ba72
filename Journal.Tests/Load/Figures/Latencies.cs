using System.Diagnostics;

namespace Journal.Load.Figures;

/// <summary>Milliseconds of many.</summary>
internal sealed class Latencies
{
    private readonly List<double> _all = [];
    private readonly Lock _lock = new();
    private bool _sorted;

    public int Count
    {
        get
        {
            lock (_lock)
                return _all.Count;
        }
    }

    public double Max => At(1);

    public void Add(long from, long to) => Add(Stopwatch.GetElapsedTime(from, to));

    public void Add(TimeSpan time)
    {
        lock (_lock)
        {
            _all.Add(time.TotalMilliseconds);
            _sorted = false;
        }
    }

    /// <summary>0.5 is the median, 0.99 what one of a hundred is above, 1 the largest; NaN when there are none.</summary>
    public double At(double share)
    {
        lock (_lock)
        {
            if (_all.Count == 0)
                return double.NaN;
            if (!_sorted)
                _all.Sort();
            _sorted = true;
            return _all[Math.Min(_all.Count - 1, (int)(share * _all.Count))];
        }
    }
}
