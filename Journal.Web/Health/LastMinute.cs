namespace Journal.Web.Health;

/// <summary>
/// What the lane did in each of the last sixty seconds. Times of commits are kept in classes a tenth apart, so a busy lane takes no more room than an
/// idle one. Whoever shares it between threads locks it.
/// </summary>
public sealed class LastMinute(TimeProvider clock)
{
    private const int Length = 60;
    private const int Recent = 5;

    private readonly long _began = clock.GetTimestamp();
    private readonly Second[] _seconds = [.. Enumerable.Range(0, Length).Select(_ => new Second())];

    public long Edits => Seconds(Length).Sum(one => one.Edits);

    /// <summary>Of the last few seconds, the running one among them.</summary>
    public double EditsPerSecond => Seconds(Recent).Sum(one => one.Edits) / (double)Recent;

    /// <summary>Null when nothing was committed.</summary>
    public double? MeanBatch =>
        Seconds(Length).Sum(one => one.Batches) is > 0 and var batches ? Seconds(Length).Sum(one => one.Commands) / (double)batches : null;

    public int? LargestBatch => Seconds(Length).Max(one => one.Largest) is > 0 and var largest ? largest : null;

    private long Now => (long)clock.GetElapsedTime(_began).TotalSeconds;

    public void Edited(long edits) => Running().Edits += edits;

    public void Batched(int commands)
    {
        var second = Running();
        second.Batches++;
        second.Commands += commands;
        second.Largest = Math.Max(second.Largest, commands);
    }

    public void Committed(double seconds) => Running().Commits[TimeClass.Of(seconds)]++;

    /// <summary>The time in which this share of the commits was done; null when there was none.</summary>
    public TimeSpan? Commit(double share)
    {
        var classes = new long[TimeClass.Count];
        foreach (var second in Seconds(Length))
        {
            for (var i = 0; i < classes.Length; i++)
                classes[i] += second.Commits[i];
        }

        var (left, found) = ((long)Math.Ceiling(classes.Sum() * share), -1);
        while (left > 0)
            left -= classes[++found];
        return found < 0 ? null : TimeClass.Middle(found);
    }

    private Second Running()
    {
        var now = Now;
        var second = _seconds[now % Length];
        if (second.Number != now)
            second.Begin(now);
        return second;
    }

    private IEnumerable<Second> Seconds(int last)
    {
        var oldest = Now - last + 1;
        return _seconds.Where(one => one.Number >= oldest).DefaultIfEmpty(Second.Empty);
    }

    private sealed class Second
    {
        public static readonly Second Empty = new();

        public long Number { get; private set; } = -1;

        public long Edits { get; set; }

        public int Batches { get; set; }

        public long Commands { get; set; }

        public int Largest { get; set; }

        public int[] Commits { get; } = new int[TimeClass.Count];

        public void Begin(long number)
        {
            (Number, Edits, Batches, Commands, Largest) = (number, 0, 0, 0, 0);
            Array.Clear(Commits);
        }
    }
}
