using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Journal.Web.Live;

/// <summary>
/// The line of one open page, as the page knows it. Blazor tells a component that it is drawn when the browser has confirmed that; so whoever
/// draws by itself says so here, and whoever waits too long for the answer is given up: nothing is followed for it any more.
/// </summary>
public sealed class PageLine : CircuitHandler, IDisposable
{
    private readonly CancellationTokenSource _givenUp = new();
    private Line? _line;

    /// <summary>Cancelled when the server has cut the line; if the browser comes back, it is sent to load the page anew.</summary>
    public CancellationToken GivenUp => _givenUp.Token;

    public void Drew() => Volatile.Read(ref _line)?.Drew();

    public void Confirmed() => Volatile.Read(ref _line)?.Confirmed();

    /// <summary>The page has asked its browser in vain. A line that is down is only waited for.</summary>
    public void Cut() => Volatile.Read(ref _line)?.Cut();

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _line, Line.Current);
        return Task.CompletedTask;
    }

    public override async Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _line, null) is { WasCut: true })
            await _givenUp.CancelAsync();
    }

    public void Dispose() => _givenUp.Dispose();
}
