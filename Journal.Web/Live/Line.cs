using Journal.Web.Accounts;

namespace Journal.Web.Live;

/// <summary>One socket between an open page and the server, from its door to its end.</summary>
public sealed class Line(Session session, TimeProvider clock, Action abort)
{
    private static readonly AsyncLocal<Line?> Flowing = new();

    private readonly Lock _gate = new();
    private long _owedSince;
    private bool _over;

    /// <summary>The line by which the running call came in; a page asks once, when its line comes up.</summary>
    public static Line? Current
    {
        get => Flowing.Value;
        internal set => Flowing.Value = value;
    }

    public Session Session { get; } = session;

    /// <summary>The server has hung up because nothing was confirmed any more.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Whether the browser owes the confirmation of a drawing for longer than that.</summary>
    public bool OwesFor(TimeSpan patience) =>
        Interlocked.Read(ref _owedSince) is not 0 and var since && clock.GetElapsedTime(since) > patience;

    public void Drew() => Interlocked.CompareExchange(ref _owedSince, clock.GetTimestamp(), 0);

    public void Confirmed() => Interlocked.Exchange(ref _owedSince, 0);

    /// <summary>Hangs up. The page stays, as after a lost network, for the time that one is waited for.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            if (_over)
                return;

            (WasCut, _over) = (true, true);
        }

        abort();
    }

    internal void End()
    {
        lock (_gate)
            _over = true;
    }
}
