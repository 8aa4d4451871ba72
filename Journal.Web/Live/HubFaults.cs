using Microsoft.AspNetCore.SignalR;

namespace Journal.Web.Live;

/// <summary>
/// A wrong call is the caller's affair: it is answered, not logged, or anybody could fill the technician's log. A fault of ours is logged here,
/// once, and the caller learns no detail of it.
/// </summary>
internal sealed class HubFaults(ILogger<HubFaults> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next
    )
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception fault) when (fault is not HubException and not OperationCanceledException)
        {
            log.LogError(fault, "The hub's {Method} failed", invocationContext.HubMethodName);
            throw new HubException("failed", fault);
        }
    }
}
