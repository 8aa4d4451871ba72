using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Journal.Web.Health;

/// <summary>How many pages are open, and how many of them wait for their browser to come back.</summary>
public sealed class OpenPages : CircuitHandler
{
    private readonly ConcurrentDictionary<string, bool> _isConnected = new(StringComparer.Ordinal);

    public (int Connected, int Lost) Count()
    {
        var connected = 0;
        var all = 0;
        foreach (var (_, isConnected) in _isConnected)
        {
            all++;
            connected += isConnected ? 1 : 0;
        }

        return (connected, all - connected);
    }

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) => Set(circuit, false);

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Set(circuit, true);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Set(circuit, false);

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _isConnected.TryRemove(circuit.Id, out _);
        return Task.CompletedTask;
    }

    private Task Set(Circuit circuit, bool isConnected)
    {
        _isConnected[circuit.Id] = isConnected;
        return Task.CompletedTask;
    }
}
