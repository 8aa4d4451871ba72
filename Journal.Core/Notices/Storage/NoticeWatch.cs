using Journal.Core.Basics;
using Journal.Core.Writing;

namespace Journal.Core.Notices.Storage;

/// <summary>A guardian's notice or its answer, for the rolls of all courses: their teachers hear no class.</summary>
public sealed class NoticeWatch : ChangeWatch
{
    protected override bool Concerns(JournalEvent fact) => fact is AbsenceTold or NoticeWithdrawn or NoticeAnswered;
}
