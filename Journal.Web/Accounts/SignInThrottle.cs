namespace Journal.Web.Accounts;

/// <summary>
/// Slows guessing down without letting anybody lock anybody out, and with a whole school behind one address.
/// A (login, address) pair waits longer after each failure, 30 s at most; a device that has signed in before has a pair of its own, so
/// nobody else's failures touch the owner there; one address may fail many times in all, but not endlessly (spraying).
/// An attempt is counted when it enters, so a thousand at once gain nothing; success takes it back.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock, int remembered = 50_000)
{
    public const int FreeFailures = 3;

    // Attempts that are still being checked count too: at the bell a whole school waits behind one address.
    public const int AddressCap = 1000;
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan AddressRefill = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly RecentlyUsed<string, Failures> _pairs = new(remembered);
    private readonly RecentlyUsed<string, Spent> _addresses = new(remembered);

    /// <summary>Zero: go on (the attempt is counted). More: wait that long; nothing was counted.</summary>
    public TimeSpan Enter(ThrottleKey key)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var pair = _pairs.Find(key.Pair) is { } known && now - known.Last < Forgotten ? known : default;
            if (pair.Count > 0 && pair.Until(now) is { Ticks: > 0 } wait)
                return wait;
            if (!key.KnownDevice && Wait(key.Address, now) is { Ticks: > 0 } crowded)
                return crowded;

            _pairs.Put(key.Pair, new(pair.Count + 1, now));
            return TimeSpan.Zero;
        }
    }

    public void Succeeded(ThrottleKey key)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            _pairs.Remove(key.Pair);
            if (!key.KnownDevice)
                _addresses.Put(key.Address, new(Math.Max(0, Level(key.Address, now) - 1), now));
        }
    }

    /// <summary>The attempt was not decided (too busy, the caller left): as if it had not been.</summary>
    public void Withdrawn(ThrottleKey key)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_pairs.Find(key.Pair) is { } pair)
                _pairs.Put(key.Pair, pair with { Count = Math.Max(0, pair.Count - 1) });
            if (!key.KnownDevice)
                _addresses.Put(key.Address, new(Math.Max(0, Level(key.Address, now) - 1), now));
        }
    }

    // A bucket that leaks one failure every two seconds.
    private TimeSpan Wait(string address, DateTimeOffset now)
    {
        var level = Level(address, now);
        if (level >= AddressCap)
            return AddressRefill * (level - AddressCap + 1);

        _addresses.Put(address, new(level + 1, now));
        return TimeSpan.Zero;
    }

    private double Level(string address, DateTimeOffset now) =>
        _addresses.Find(address) is { } spent ? Math.Max(0, spent.Level - ((now - spent.At) / AddressRefill)) : 0;

    private readonly record struct Spent(double Level, DateTimeOffset At);

    private readonly record struct Failures(int Count, DateTimeOffset Last)
    {
        public TimeSpan Until(DateTimeOffset now) => Last + Delay(Count) - now;

        private static TimeSpan Delay(int failures) =>
            failures < FreeFailures
                ? TimeSpan.Zero
                : TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(failures - FreeFailures, 10))));
    }
}
