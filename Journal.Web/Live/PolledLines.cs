using Journal.Web.Accounts;

namespace Journal.Web.Live;

/// <summary>
/// Lines of pages to which no socket gets through. Such a line is many plain requests, one after the other; it counts as one, from the first of
/// them until one ends it or none has come for a while.
/// </summary>
public sealed class PolledLines : IDisposable
{
    /// <summary>A little more than the transport itself waits for the next request.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly Dictionary<(int Session, string Connection), Polled> _open = [];
    private readonly Lines _lines;
    private readonly TimeProvider _clock;
    private readonly ITimer _look;

    public PolledLines(Lines lines, TimeProvider clock)
    {
        (_lines, _clock) = (lines, clock);
        _look = clock.CreateTimer(_ => Forget(), null, Lines.Every, Lines.Every);
    }

    /// <summary>A request has come. The first one of a line needs room for it.</summary>
    public (Line Line, LineRefusal? Refusal) Begin(Session session, string connection, Action abort)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue((session.Id, connection), out var polled))
            {
                polled = Made(session);
                if (_lines.Enter(polled.Line) is { } refusal)
                    return (polled.Line, refusal);

                _open.Add((session.Id, connection), polled);
            }

            polled.Running++;
            polled.Abort = abort;
            return (polled.Line, null);
        }
    }

    /// <summary>A request has been answered. A newer one may be there already: then this one was only put an end to.</summary>
    public void End(Session session, string connection, bool isOver)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue((session.Id, connection), out var polled) || --polled.Running > 0)
                return;

            polled.Abort = null;
            if (!polled.Line.WasCut)
                polled.Since = _clock.GetTimestamp();
        }

        if (isOver)
            Over(session, connection);
    }

    /// <summary>The line has ended. One that was cut is remembered until the transport has forgotten it too.</summary>
    public void Over(Session session, string connection)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue((session.Id, connection), out var polled) || polled.Line.WasCut)
                return;

            _open.Remove((session.Id, connection));
            _lines.Leave(polled.Line);
        }
    }

    public void Dispose() => _look.Dispose();

    private Polled Made(Session session)
    {
        Polled? polled = null;
        return polled = new Polled(new Line(session, _clock, () => Cut(polled!)));
    }

    private void Cut(Polled polled)
    {
        lock (_gate)
        {
            // Under the gate: a request that has been answered may be somebody else's by now.
            polled.Abort?.Invoke();
            polled.Since = _clock.GetTimestamp();
            _lines.Leave(polled.Line);
        }
    }

    private void Forget()
    {
        lock (_gate)
        {
            foreach (var (key, polled) in _open.Where(one => one.Value.Running == 0 && IsLeft(one.Value)).ToList())
            {
                _open.Remove(key);
                _lines.Leave(polled.Line);
            }
        }
    }

    private bool IsLeft(Polled polled) => _clock.GetElapsedTime(polled.Since) >= Patience;

    private sealed class Polled(Line line)
    {
        public Line Line { get; } = line;

        public int Running { get; set; }

        /// <summary>Ends the request that waits.</summary>
        public Action? Abort { get; set; }

        /// <summary>When the last request was answered, or the line was cut.</summary>
        public long Since { get; set; }
    }
}
