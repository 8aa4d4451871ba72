using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Journal.Web.Shell;

/// <summary>Why somebody sees no page now.</summary>
public enum BusyReason
{
    Crowded,
    TooFast,
    TooManyPages,
}

/// <summary>All that one such page differs from another in. What was posted is not posted again by itself.</summary>
public sealed record BusyLook(BusyReason Reason, bool Posted, string Language, string? Theme);

/// <summary>The pages that say so. Each is drawn once and then only handed out: there is least time for them when they are needed most.</summary>
public sealed class BusyPages(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<BusyLook, Lazy<Task<byte[]>>> _drawn = new();

    public Task<byte[]> Of(HttpContext http, BusyReason reason)
    {
        var look = new BusyLook(reason, !HttpMethods.IsGet(http.Request.Method), Preferences.Language, Preferences.Theme(http));
        return _drawn.GetOrAdd(look, one => new(() => Draw(one))).Value;
    }

    private async Task<byte[]> Draw(BusyLook look)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(BusyPage.Look)] = look }
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
            Encoding.UTF8.GetBytes((await renderer.RenderComponentAsync<BusyPage>(parameters)).ToHtmlString())
        );
    }
}
