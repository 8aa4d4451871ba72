using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Timetable;

namespace Journal.Core.Register;

/// <summary>What a change of the timetable comes to, before it is made.</summary>
/// <param name="Facts">Cards first, then lessons; all but that it was changed.</param>
public sealed record TimetableEffect(IReadOnlyList<TimetableClash> Clashes, IReadOnlyList<JournalEvent> Facts)
{
    /// <summary>Lessons that take another place.</summary>
    public int Moved =>
        Facts.Count(fact => fact is LessonRecorded { Before.Status: LessonStatus.Planned, After.Status: LessonStatus.Planned });

    /// <summary>Lessons that are new, or given after all.</summary>
    public int Made => Facts.Count(fact => fact is LessonScheduled or LessonRecorded { Before.Status: LessonStatus.Cancelled });

    /// <summary>Lessons for which there is no place any more.</summary>
    public int Cancelled => Facts.Count(fact => fact is LessonRecorded { After.Status: LessonStatus.Cancelled });
}

/// <summary>Either what a change would come to, or what it is refused for.</summary>
public sealed record TimetableTrial(Refusal? Refusal, TimetableEffect? Effect);
