using Journal.Core.Basics;

namespace Journal.Core.Writing;

/// <summary>Says that something of a kind was recorded somewhere in the school, for screens that show what no single audience tells.</summary>
public abstract class ChangeWatch : IFollower
{
    private bool _pending;

    /// <summary>Raised on the lane after the commit. Handlers must only set a signal.</summary>
    public event EventHandler? Changed;

    public void Fold(Committed change) => _pending |= Concerns(change.Event);

    public object Mark() => _pending;

    public void Rewind(object mark) => _pending = (bool)mark;

    public void Accept()
    {
        if (_pending)
            Changed?.Invoke(this, EventArgs.Empty);
        _pending = false;
    }

    public void Discard() => _pending = false;

    protected abstract bool Concerns(JournalEvent fact);
}
