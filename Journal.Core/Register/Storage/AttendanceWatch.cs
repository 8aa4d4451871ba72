using Journal.Core.Basics;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>Says that somewhere in the school a roll, an absence or its reason was recorded, for screens that show all classes at once.</summary>
public sealed class AttendanceWatch : IFollower
{
    private bool _pending;

    /// <summary>Raised on the lane after the commit. Handlers must only set a signal.</summary>
    public event EventHandler? Changed;

    public void Fold(Committed change) => _pending |= change.Event is AttendanceSet or ReasonSet or RollDeclared;

    public object Mark() => _pending;

    public void Rewind(object mark) => _pending = (bool)mark;

    public void Accept()
    {
        if (_pending)
            Changed?.Invoke(this, EventArgs.Empty);
        _pending = false;
    }

    public void Discard() => _pending = false;
}
