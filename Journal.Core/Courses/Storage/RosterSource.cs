using Journal.Core.Basics;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Courses.Storage;

/// <summary>Keeps the roster in memory; after a change of the structure that it cannot fold it is read anew.</summary>
public sealed class RosterSource(IDbContextFactory<JournalDb> databases) : IFollower
{
    private readonly Lock _loading = new();
    private Roster? _current;
    private long _lastChange;
    private long _pending;
    private Roster? _inLane;

    /// <summary>Raised on the lane after a commit that changed the structure: rights may have been withdrawn. Handlers must only set a signal.</summary>
    public event EventHandler? Changed;

    /// <summary>The Seq of the last committed change of the structure this process has seen.</summary>
    public long LastChange => Volatile.Read(ref _lastChange);

    public Roster Current => Known ?? Load();

    private Roster? Known => Volatile.Read(ref _current) is { } roster && roster.Seq >= LastChange ? roster : null;

    /// <summary>The structure with everything in it that was committed up to this Seq.</summary>
    internal Roster Since(long seq)
    {
        Settle(seq);
        return Current;
    }

    /// <summary>The structure as a snapshot ending with this Seq has it; null when it has changed since: take a newer snapshot.</summary>
    internal Roster? At(long seq)
    {
        Settle(seq);
        var roster = Current;
        // It may have been read just now, from a file that holds more than the snapshot.
        Settle(roster.Seq);
        return LastChange > seq ? null : roster;
    }

    /// <summary>The structure as this batch of the lane has left it so far.</summary>
    public Roster InLane(LaneData data) => _pending == 0 ? Current : _inLane ??= RosterLoader.Load(data.Db);

    public void Fold(Committed change)
    {
        if (!IsStructure(change.Event))
            return;

        _inLane = (_pending == 0 ? Known : _inLane)?.Apply(change);
        Volatile.Write(ref _pending, change.Seq);
    }

    public object Mark() => (_pending, _inLane);

    public void Rewind(object mark) => (_pending, _inLane) = ((long, Roster?))mark;

    public void Accept()
    {
        if (_pending == 0)
            return;

        if (_inLane is not null)
            Volatile.Write(ref _current, _inLane);
        _inLane = null;
        Volatile.Write(ref _lastChange, _pending);
        Volatile.Write(ref _pending, 0);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Discard() => (_pending, _inLane) = (0, null);

    // The lane has committed a change of the structure and has not shown it yet: a matter of microseconds.
    private void Settle(long seq)
    {
        var wait = new SpinWait();
        while (Volatile.Read(ref _pending) is var pending and not 0 && pending <= seq)
            wait.SpinOnce();
    }

    private Roster Load()
    {
        lock (_loading)
        {
            if (Known is { } roster)
                return roster;

            using var db = databases.CreateDbContext();
            using var reading = db.BeginReading().GetAwaiter().GetResult();
            roster = RosterLoader.Load(db);
            Volatile.Write(ref _current, roster);
            return roster;
        }
    }

    private static bool IsStructure(JournalEvent fact) =>
        fact is not PageOutdated && RosterLoader.Folders.Contains(fact.GetType().Namespace!);
}
