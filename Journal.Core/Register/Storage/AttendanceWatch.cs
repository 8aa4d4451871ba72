using Journal.Core.Basics;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>A roll, an absence or its reason, for screens that show all classes at once.</summary>
public sealed class AttendanceWatch : ChangeWatch
{
    protected override bool Concerns(JournalEvent fact) => fact is AttendanceSet or ReasonSet or RollDeclared;
}
