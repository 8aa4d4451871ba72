using System.Diagnostics.Metrics;

namespace Journal.Core.Basics;

/// <summary>The one meter of a school's instruments. Each school in a process has its own: whoever listens tells them apart by it.</summary>
public sealed class JournalMeter : IDisposable
{
    /// <summary>Under which the instruments are found; their names begin with it in small letters.</summary>
    public const string Name = "Journal";

    public JournalMeter() => Meter = new Meter(new MeterOptions(Name) { Scope = this });

    public Meter Meter { get; }

    public void Dispose() => Meter.Dispose();
}
