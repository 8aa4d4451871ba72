using System.Globalization;

namespace Journal.Web.Hosting;

/// <summary>Whoever is turned away is counted, and once a minute the log says how many were, and why: never who.</summary>
public sealed class TurnedAwayLog(TurnedAwayTally tally, TimeProvider clock, ILogger<TurnedAwayLog> log) : IHostedService, IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private IReadOnlyList<(string Why, long Times)> _told = [];
    private ITimer? _minute;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _told = tally.Count();
        _minute = clock.CreateTimer(_ => Tell(), null, Every, Every);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _minute?.Dispose();
        Tell();
        return Task.CompletedTask;
    }

    public void Dispose() => _minute?.Dispose();

    private void Tell()
    {
        lock (_gate)
        {
            var now = tally.Count();
            var some = now.Zip(_told, (one, before) => (one.Why, Times: one.Times - before.Times)).Where(one => one.Times > 0);
            var said = string.Join(", ", some.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Why} {one.Times}")));
            _told = now;
            if (said.Length > 0)
                log.LogWarning("Turned away within a minute: {Counts}", said);
        }
    }
}
