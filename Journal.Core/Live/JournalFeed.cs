using Journal.Core.Basics;

namespace Journal.Core.Live;

/// <summary>Carries committed changes to whoever listens, in commit order. Runs no foreign code and never waits.</summary>
public sealed class JournalFeed
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Audience, HashSet<Listener>> _listeners = [];
    private int _count;
    private long _overflows;

    /// <summary>Open pages and subscriptions of programs; one that hears several audiences counts once.</summary>
    public int Listeners
    {
        get
        {
            lock (_lock)
                return _count;
        }
    }

    /// <summary>How many listeners have fallen behind since the start.</summary>
    public long Overflows => Interlocked.Read(ref _overflows);

    public Listener Listen(params ReadOnlySpan<Audience> audiences)
    {
        var listener = new Listener(audiences.ToArray(), Remove);
        lock (_lock)
        {
            _count++;
            foreach (var audience in audiences)
            {
                if (!_listeners.TryGetValue(audience, out var all))
                    _listeners.Add(audience, all = []);
                all.Add(listener);
            }
        }

        return listener;
    }

    public void Publish(IReadOnlyList<Committed> changes)
    {
        lock (_lock)
        {
            foreach (var change in changes)
            {
                foreach (var audience in Audience.Of(change.Event.Concern))
                    Offer(audience, change);
            }
        }
    }

    private void Offer(Audience audience, Committed change)
    {
        if (!_listeners.TryGetValue(audience, out var all))
            return;
        foreach (var listener in all)
        {
            var fellBefore = listener.FellBehind;
            listener.Offer(change);
            if (listener.FellBehind && !fellBefore)
                Interlocked.Increment(ref _overflows);
        }
    }

    private void Remove(Listener listener)
    {
        lock (_lock)
        {
            var was = false;
            foreach (var audience in listener.Audiences)
            {
                if (!_listeners.TryGetValue(audience, out var all) || !all.Remove(listener))
                    continue;

                was = true;
                if (all.Count == 0)
                    _listeners.Remove(audience);
            }

            _count -= was ? 1 : 0;
        }
    }
}
