using Journal.Core.Basics;
using Journal.Core.Timetable;

namespace Journal.Core.Register;

/// <summary>What a change of the timetable comes to, before it is made.</summary>
/// <param name="Facts">Cards first, then lessons; all but that it was changed.</param>
/// <param name="Cancelled">Lessons for which there is no place any more.</param>
public sealed record TimetableEffect(IReadOnlyList<TimetableClash> Clashes, IReadOnlyList<JournalEvent> Facts, int Moved, int Made, int Cancelled);

/// <summary>Either what a change would come to, or what it is refused for.</summary>
public sealed record TimetableTrial(Refusal? Refusal, TimetableEffect? Effect);
