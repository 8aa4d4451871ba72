using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

public sealed partial record JournalPage
{
    /// <summary>The page after this change; null when it must be read anew.</summary>
    public JournalPage? Apply(Committed change)
    {
        var next = change.Event switch
        {
            MarkSet e when e.Term == Id.Term => Apply(e, change),
            AttendanceSet e when e.Term == Id.Term => Apply(e, change),
            ReasonSet e when e.Term == Id.Term => Apply(e, change),
            MakeUpRecorded e when e.Term == Id.Term => Apply(e, change),
            RollDeclared e when e.Term == Id.Term => Apply(e, change),
            LessonRecorded e when e.Term == Id.Term => Apply(e, change),
            HomeworkSet e when e.Term == Id.Term => Apply(e, change),
            HomeworkGiven e when e.Term == Id.Term => Apply(e, change),
            WorkAdded e when e.Term == Id.Term => Apply(e, change),
            WorkChanged e when e.Term == Id.Term => Apply(e, change),
            WorkRemoved e when e.Term == Id.Term => Apply(e),
            IOnOnePage or IBesidePages => this,
            _ => null,
        };
        return next is null ? null : next with { Seq = change.Seq };
    }
}
