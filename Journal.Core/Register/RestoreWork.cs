using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

/// <summary>Brings a removed column back, with the marks that its removal cleared: the undo of <see cref="RemoveWork"/>.</summary>
/// <param name="Expected">The Seq of the removal, which the answer to it brought.</param>
public sealed record RestoreWork(CourseId Course, WorkId Work, long Expected) : Command;

/// <summary>A page that had forgotten the column reads itself anew: cells emptied before the removal come back with it.</summary>
public sealed record WorkRestored(CourseId Course, TermId Term, Work Work) : JournalEvent
{
    protected override Concern Concerned => new(Course);
}

/// <summary>A removal as the log has it: the column and what stood in it.</summary>
public sealed record RemovedWork(Work Work, ImmutableArray<(StudentId Student, CellValue Value)> Cells);

/// <summary>The column stands on the page: somebody else may have brought it back.</summary>
public sealed record WorkNotRemoved(WorkId Work) : Refusal;

public sealed partial record JournalPage
{
    /// <summary>Whether it may come back; which column and which of its removals is meant was found out before.</summary>
    public Decision Decide(RemovedWork removed, DateOnly today)
    {
        var lesson = Lessons[removed.Work.Lesson];
        if (IsLockedForAll(lesson))
            return new TermClosed(Id.Term);
        if ((MayShape(lesson, today) ?? MayStandOn(lesson, removed.Cells.Select(cell => cell.Student), today)) is { } closed)
            return closed;
        if (IsFull(lesson.Id) is { } full)
            return full;

        // Its place may be taken by now.
        var isFree = !OrdinalsOf(lesson.Id).Contains(removed.Work.Ordinal);
        var work = isFree ? removed.Work : removed.Work with { Ordinal = NextOrdinal(lesson.Id) };
        return Decision.Facts([new WorkRestored(Id.Course, Id.Term, work), .. removed.Cells.Select(cell => PutBack(work, cell))]);
    }

    private MarkSet PutBack(Work work, (StudentId Student, CellValue Value) cell) =>
        new(
            Id.Course,
            Id.Term,
            work.Lesson,
            work.Id,
            cell.Student,
            ClassOn(Lessons[work.Lesson], cell.Student)!.Value,
            CellValue.Empty,
            cell.Value,
            work.Shown
        );
}
