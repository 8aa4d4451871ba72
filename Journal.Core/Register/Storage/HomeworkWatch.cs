using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>Homework of whatever lesson, for whoever must know of the colleagues'.</summary>
public sealed class HomeworkWatch : ChangeWatch
{
    protected override bool Concerns(JournalEvent fact) =>
        fact is HomeworkSet or HomeworkGiven || (fact is LessonRecorded e && e.Before.Homework != e.After.Homework);
}
