using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace Journal.Web.Live;

/// <summary>
/// A page lives no longer than the session that opened it. Its line is cut when the session ends, but the server keeps the page for whoever comes
/// back: nothing that comes in for it is done any more, and a browser that comes back with another session is sent to load the page anew. So is one
/// that was cut off because it confirmed nothing.
/// </summary>
public sealed class EndedCircuits(AuthenticationStateProvider visitor, Sessions sessions, Lines lines, PageLine line, IJSRuntime browser)
    : CircuitHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private Session? _session;

    private bool IsOver => _session is null or { Ended.IsCancellationRequested: true };

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if ((await visitor.GetAuthenticationStateAsync()).User.SessionId() is { } id)
            _session = sessions.Find(id);
        if (_session is not null)
            lines.Keep(_session);
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_session is not null)
            lines.LetGo(_session);

        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (IsOver || line.GivenUp.IsCancellationRequested)
            _ = LoadAnew();

        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) => activity => IsOver ? Task.CompletedTask : next(activity);

    // By line.js, which lets whoever types finish. Not by NavigationManager: it calls it a failure of ours when no answer comes, and a page that
    // goes away gives none.
    private async Task LoadAnew()
    {
        try
        {
            await browser.InvokeVoidAsync("journalLine.lost", Patience);
        }
        catch (OperationCanceledException)
        {
            // It has gone, as it was told.
        }
        catch (JSDisconnectedException)
        {
            // It was gone already.
        }
    }
}
