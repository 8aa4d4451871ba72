namespace Journal.Web.Health;

/// <summary>What has happened since the start, and in the last minute. Written by the lane, read by whoever looks.</summary>
internal sealed class Tally(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly LastMinute _minute = new(clock);
    private readonly Dictionary<string, long> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _refusals = new(StringComparer.Ordinal);

    public void Answered(string outcome, long count)
    {
        lock (_lock)
        {
            _answers[outcome] = _answers.GetValueOrDefault(outcome) + count;
            if (outcome == "applied")
                _minute.Edited(count);
        }
    }

    public void Refused(string kind, long count)
    {
        lock (_lock)
            _refusals[kind] = _refusals.GetValueOrDefault(kind) + count;
    }

    public void Batched(int commands)
    {
        lock (_lock)
            _minute.Batched(commands);
    }

    public void Committed(double seconds)
    {
        lock (_lock)
            _minute.Committed(seconds);
    }

    public WritingFigures Read()
    {
        lock (_lock)
        {
            return new(
                _minute.Edits,
                _minute.EditsPerSecond,
                _minute.MeanBatch,
                _minute.LargestBatch,
                _minute.Commit(0.5),
                _minute.Commit(0.95),
                new Dictionary<string, long>(_answers, StringComparer.Ordinal),
                [.. _refusals.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)]
            );
        }
    }
}
