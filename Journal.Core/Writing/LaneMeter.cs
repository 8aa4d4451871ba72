using System.Diagnostics.Metrics;
using Journal.Core.Basics;

namespace Journal.Core.Writing;

/// <summary>
/// What the lane tells of its work. It is counted on the lane's own thread and handed over once a commit, with tags made once: it must not be felt.
/// </summary>
internal sealed class LaneMeter
{
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    };

    private static readonly InstrumentAdvice<int> Commands = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] };

    private static readonly KeyValuePair<string, object?>[] Outcomes =
    [
        new("outcome", "applied"),
        new("outcome", "unchanged"),
        new("outcome", "replayed"),
        new("outcome", "conflict"),
        new("outcome", "refused"),
    ];

    private readonly Histogram<int> _batch;
    private readonly Histogram<double> _commit;
    private readonly Counter<long> _answers;
    private readonly Counter<long> _refusals;
    private readonly Dictionary<Type, KeyValuePair<string, object?>> _kinds = [];
    private readonly int[] _counted = new int[Outcomes.Length];

    public LaneMeter(JournalMeter meter, Func<int> waiting)
    {
        var instruments = meter.Meter;
        instruments.CreateObservableGauge("journal.lane.queue", waiting, "{job}", "Jobs that wait for the lane.");
        _batch = instruments.CreateHistogram("journal.lane.batch", "{command}", "Commands in one commit.", advice: Commands);
        _commit = instruments.CreateHistogram(
            "journal.lane.commit",
            "s",
            "From the beginning of a transaction to its commit.",
            advice: Seconds
        );
        _answers = instruments.CreateCounter<long>("journal.answers", "{command}", "Commands that were answered, by what became of them.");
        _refusals = instruments.CreateCounter<long>(
            "journal.refusals",
            "{command}",
            "Commands that were turned down, by reason; conflicts too."
        );
    }

    public void Committed(TimeSpan took, IReadOnlyList<Answer> answers)
    {
        _commit.Record(took.TotalSeconds);
        // A bulk has no commands: its chunks have a size that was chosen.
        if (answers.Count > 0)
            _batch.Record(answers.Count);
        Answered(answers);
    }

    public void Answered(IReadOnlyList<Answer> answers)
    {
        Array.Clear(_counted);
        foreach (var answer in answers)
        {
            _counted[Place(answer)]++;
            if (answer is Refused refused)
                _refusals.Add(1, Kind(refused.Why.GetType()));
        }

        for (var i = 0; i < _counted.Length; i++)
        {
            if (_counted[i] > 0)
                _answers.Add(_counted[i], Outcomes[i]);
        }
    }

    private static int Place(Answer answer) =>
        answer switch
        {
            Applied => 0,
            Unchanged => 1,
            Replayed => 2,
            Refused { Why: IConflict } => 3,
            _ => 4,
        };

    private KeyValuePair<string, object?> Kind(Type refusal)
    {
        if (!_kinds.TryGetValue(refusal, out var kind))
            _kinds.Add(refusal, kind = new("kind", RefusalCode.Of(refusal)));
        return kind;
    }
}
