using Journal.Core.Basics;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>What a removed column held: the removal and the cells cleared with it are one command in the log, found by its number.</summary>
internal sealed class Removals(EventBook events)
{
    /// <summary>The column as it was removed and the Seq of that removal; null when there is no such column or it was never removed.</summary>
    public static PageWork? Last(CourseId course, WorkId work, LaneData data) =>
        data.Db.Set<WorkRow>().FirstOrDefault(row => row.Id == work.Value && row.Course == course.Value && row.Removed) is { } row
            ? new PageWork(PageLoader.Work(row), row.Version)
            : null;

    public RemovedWork Read(PageWork removed, LaneData data)
    {
        var facts = (
            from removal in data.Db.Changes
            where removal.Seq == removed.Version
            from change in data.Db.Changes
            where change.Actor == removal.Actor && change.CommandId == removal.CommandId && change.Kind == RegisterKinds.MarkSet
            orderby change.Part
            select change
        ).ToList();
        var cleared = facts.Select(events.Read).Select(change => (MarkSet)change.Event).Where(cell => cell.Work == removed.Work.Id);
        return new RemovedWork(removed.Work, [.. cleared.Select(cell => (cell.Student, cell.Before))]);
    }
}
