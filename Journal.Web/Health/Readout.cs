using System.Diagnostics.Metrics;
using Journal.Core.Basics;

namespace Journal.Web.Health;

/// <summary>Reads the school's instruments for the page that shows them: the same numbers that go to a monitoring system.</summary>
public sealed class Readout : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Meter _meter;
    private readonly TimeProvider _clock;
    private readonly long _began;
    private readonly Tally _tally;
    private readonly Lock _looking = new();
    private readonly Dictionary<string, double> _gauges = new(StringComparer.Ordinal);

    public Readout(JournalMeter meter, TimeProvider clock)
    {
        (_meter, _clock, _began, _tally) = (meter.Meter, clock, clock.GetTimestamp(), new Tally(clock));
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == _meter)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
    }

    public void Begin() => _listener.Start();

    public Figures Now()
    {
        lock (_looking)
        {
            _gauges.Clear();
            _listener.RecordObservableInstruments();
            return new(_tally.Read(), Whole("journal.lane.queue"), Open(), BackupAge(), Machine(), _clock.GetElapsedTime(_began));
        }
    }

    public void Dispose() => _listener.Dispose();

    // What is observed is asked for in Now, on its thread; what happens is told by the lane.
    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (instrument.IsObservable)
            _gauges[tags.IsEmpty ? instrument.Name : $"{instrument.Name} {Tag(tags)}"] = value;
        else if (instrument.Name == "journal.lane.commit")
            _tally.Committed(value);
        else if (instrument.Name == "journal.lane.batch")
            _tally.Batched((int)value);
        else if (instrument.Name == "journal.answers")
            _tally.Answered(Tag(tags), (long)value);
        else if (instrument.Name == "journal.refusals")
            _tally.Refused(Tag(tags), (long)value);
    }

    private static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags[0].Value as string ?? "";

    private OpenFigures Open() =>
        new(
            Whole("journal.circuits connected"),
            Whole("journal.circuits lost"),
            Whole("journal.hub.connections"),
            Whole("journal.feed.listeners"),
            Whole("journal.feed.overflows"),
            Whole("journal.pages.cached"),
            Whole("journal.passwords.waiting"),
            Whole("journal.sessions")
        );

    private TimeSpan? BackupAge() => _gauges.TryGetValue("journal.backup.age", out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private static MachineFigures Machine()
    {
        var memory = GC.GetGCMemoryInfo(GCKind.Any);
        return new(GC.GetTotalMemory(forceFullCollection: false), memory.PauseDurations[0], memory.PauseTimePercentage);
    }

    private int Whole(string name) => (int)_gauges.GetValueOrDefault(name);
}
