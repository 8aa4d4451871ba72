using Journal.Core.Courses.Storage;
using Journal.Core.Live;

namespace Journal.Core.Access;

/// <summary>
/// One follower's standing while the school's structure changes: it is over when the right is withdrawn, and goes into another round when there
/// are other sources to listen to, because the student has joined or left a group.
/// </summary>
internal sealed class Following : IDisposable
{
    private readonly RosterSource _rosters;
    private readonly Func<bool> _may;
    private readonly Func<IReadOnlyList<Audience>> _sources;
    private readonly CancellationTokenSource _over;
    private Round _round;

    public Following(RosterSource rosters, Func<bool> may, Func<IReadOnlyList<Audience>> sources, CancellationToken ct)
    {
        (_rosters, _may, _sources) = (rosters, may, sources);
        _over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _round = NewRound();
        rosters.Changed += OnChanged;
    }

    public bool IsOver => _over.IsCancellationRequested;

    public IReadOnlyList<Audience> Sources => _round.Sources;

    /// <summary>Ends with this round or with everything.</summary>
    public CancellationToken Token => _round.Token;

    /// <summary>False when it is over.</summary>
    public bool Begin()
    {
        if (IsOver)
            return false;

        var former = _round;
        Volatile.Write(ref _round, NewRound());
        former.Dispose();
        // The school may have changed before anybody could be told that this round listens to the wrong sources.
        Look();
        return !IsOver;
    }

    /// <summary>
    /// Whether there are other sources by now. Asked before a change is passed on, so that none of a new source's is left behind it: the structure
    /// is renewed before the changes of its commit are published.
    /// </summary>
    public bool HasMoved()
    {
        var (round, change) = (_round, _rosters.LastChange);
        if (change == round.LookedAt)
            return false;

        round.LookedAt = change;
        return !_sources().SequenceEqual(round.Sources);
    }

    public void Dispose()
    {
        _rosters.Changed -= OnChanged;
        _round.Dispose();
        _over.Dispose();
    }

    private Round NewRound()
    {
        var change = _rosters.LastChange;
        return new Round(_sources(), _over.Token) { LookedAt = change };
    }

    // Raised on the lane, which must not wait for a roster to be read.
    private void OnChanged(object? sender, EventArgs e) => ThreadPool.QueueUserWorkItem(_ => Look());

    private void Look()
    {
        try
        {
            var round = Volatile.Read(ref _round);
            if (!_may())
                _over.Cancel();
            else if (HasOtherSources(round))
                round.End();
        }
        catch (ObjectDisposedException)
        {
            // The stream, or this round of it, ended by itself meanwhile.
        }
    }

    // On a thread of the pool nobody would catch it; the next round asks again, and is told what is the matter.
    private bool HasOtherSources(Round round)
    {
        try
        {
            return !_sources().SequenceEqual(round.Sources);
        }
        catch (Exception failure) when (failure is not ObjectDisposedException)
        {
            return true;
        }
    }

    private sealed class Round(IReadOnlyList<Audience> sources, CancellationToken over) : IDisposable
    {
        private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(over);

        public IReadOnlyList<Audience> Sources { get; } = sources;

        public long LookedAt { get; set; }

        public CancellationToken Token => _end.Token;

        public void End() => _end.Cancel();

        public void Dispose() => _end.Dispose();
    }
}
