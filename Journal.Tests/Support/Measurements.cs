using System.Diagnostics.Metrics;
using Journal.Core.Basics;

namespace Journal.Tests.Support;

/// <summary>What the instruments of one school have told: every record as it came, and the sum of each instrument and tag.</summary>
public sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<(string Name, double Value)> _records = [];

    public Measurements(JournalMeter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == meter.Meter)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>"journal.answers applied": the name, and the tag's value if there is one.</summary>
    public double[] Of(string name)
    {
        lock (_lock)
            return [.. _records.Where(one => one.Name == name).Select(one => one.Value)];
    }

    /// <summary>What a gauge shows now; null when it shows nothing.</summary>
    public double? Now(string name)
    {
        lock (_lock)
            _records.RemoveAll(one => one.Name == name);
        _listener.RecordObservableInstruments();
        return Of(name) is [var value] ? value : null;
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_lock)
            _records.Add((tags.IsEmpty ? instrument.Name : $"{instrument.Name} {tags[0].Value}", value));
    }
}
