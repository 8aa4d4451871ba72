using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Journal.Load.People;

/// <summary>A program on the hub that follows one audience: every change once, in order.</summary>
internal sealed class HubListener : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly List<(long Seq, long At)> _heard = [];
    private readonly Lock _lock = new();
    private long _from;

    private HubListener(HubConnection hub, string audience) => (_hub, Audience) = (hub, audience);

    public string Audience { get; }

    public int ReadAnew { get; private set; }

    public static async Task<HubListener> Begin(Browser browser, string audience, CancellationToken ct)
    {
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(browser.Server, "/hubs/live"), options => options.Headers["Cookie"] = browser.Cookie)
            .WithAutomaticReconnect(new EverySecond())
            .Build();
        var listener = new HubListener(hub, audience);
        hub.On<string, JsonElement>("Changed", (_, change) => listener.Hear(change.GetProperty("seq").GetInt64()));
        hub.On<string, long>("ReadAnew", (_, _) => listener.ReadAnew++);
        // Whoever comes back goes on after what was heard last.
        hub.Reconnected += _ => hub.InvokeAsync("Subscribe", audience, listener.Last, CancellationToken.None);
        await hub.StartAsync(ct);
        var head = JsonDocument.Parse((await browser.Get("/health", ct)).Html).RootElement.GetProperty("seq").GetInt64();
        listener._from = head;
        await hub.InvokeAsync("Subscribe", audience, head, ct);
        return listener;
    }

    public long? Heard(long seq)
    {
        lock (_lock)
            return _heard.Find(one => one.Seq == seq) is { At: > 0 } found ? found.At : null;
    }

    /// <summary>Changes told twice, or after a later one.</summary>
    public int Doubled
    {
        get
        {
            lock (_lock)
                return _heard.Zip(_heard.Skip(1)).Count(two => two.Second.Seq <= two.First.Seq);
        }
    }

    private long Last
    {
        get
        {
            lock (_lock)
                return _heard.Count == 0 ? _from : _heard[^1].Seq;
        }
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private void Hear(long seq)
    {
        lock (_lock)
            _heard.Add((seq, System.Diagnostics.Stopwatch.GetTimestamp()));
    }

    private sealed class EverySecond : IRetryPolicy
    {
        public TimeSpan? NextRetryDelay(RetryContext retryContext) => TimeSpan.FromSeconds(1);
    }
}
