using Journal.Core.Basics;
using Journal.Core.Register.Storage;
using Journal.Web.Accounts;
using Journal.Web.Hosting;
using Journal.Web.Live;

namespace Journal.Web.Health;

/// <summary>The instruments of the web beside those of the journal itself, from the start of the server on.</summary>
internal sealed class Measuring(
    JournalMeter meter,
    JournalPages pages,
    OpenPages open,
    Subscriptions hub,
    PasswordHashing hashing,
    Sessions sessions,
    Lines lines,
    Turnstile turns,
    TurnedAwayTally away,
    Readout readout
) : IHostedService
{
    private static readonly KeyValuePair<string, object?> Connected = new("state", "connected");
    private static readonly KeyValuePair<string, object?> Lost = new("state", "lost");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var all = meter.Meter;
        all.CreateObservableGauge("journal.pages.cached", () => pages.Cached, "{page}", "Pages of the journal in memory.");
        all.CreateObservableGauge("journal.circuits", Circuits, "{circuit}", "Open pages: connected, or waiting for their browser.");
        all.CreateObservableGauge("journal.hub.connections", () => hub.Connections, "{connection}", "Programs that listen.");
        all.CreateObservableGauge("journal.passwords.waiting", () => hashing.Waiting, "{password}", "Passwords that wait to be checked.");
        all.CreateObservableGauge("journal.sessions", () => sessions.Count, "{session}", "Who is signed in, browsers and programs.");
        all.CreateObservableGauge("journal.lines", () => lines.Open, "{line}", "Living lines of open pages.");
        all.CreateObservableGauge(
            "journal.lines.owing",
            () => lines.Owing,
            "{line}",
            "Lines whose browser has not confirmed a drawing yet."
        );
        all.CreateObservableCounter(
            "journal.lines.cut",
            () => lines.CutAsSlow,
            "{line}",
            "Lines that were cut because nothing was confirmed."
        );
        all.CreateObservableGauge(
            "journal.turns.waiting",
            () => turns.PagesWaiting,
            "{request}",
            "Pages and readings that wait their turn."
        );
        all.CreateObservableCounter("journal.turned.away", TurnedAway, "{request}", "Requests and lines that were one too many.");
        readout.Begin();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<System.Diagnostics.Metrics.Measurement<long>> TurnedAway() =>
        away.Count()
            .Select(one => new System.Diagnostics.Metrics.Measurement<long>(one.Times, new KeyValuePair<string, object?>("why", one.Why)));

    private System.Diagnostics.Metrics.Measurement<int>[] Circuits()
    {
        var (connected, lost) = open.Count();
        return [new(connected, Connected), new(lost, Lost)];
    }
}
