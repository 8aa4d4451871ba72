using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>The columns of a page: what may be added, changed and removed.</summary>
public sealed partial record JournalPage
{
    public const int LongestTitle = 120;
    public const int MostWorksOfALesson = 9;
    public const int HeaviestWork = 1000;

    public Decision Decide(AddWork command, WorkType? type, Func<WorkId> newId, DateOnly today)
    {
        if (!Lessons.TryGetValue(command.Lesson, out var lesson))
            return new UnknownLesson(command.Lesson);
        if (MayShape(lesson, command.Type, type, command.Weight, command.Title, today) is { } closed)
            return closed;
        if (IsFull(lesson.Id) is { } full)
            return full;

        var (place, weight) = (NextOrdinal(lesson.Id), command.Weight ?? type!.Weight);
        var work = new Work(newId(), lesson.Id, command.Type, weight, Trimmed(command.Title), place, false, command.DueBy, command.Shown);
        return new WorkAdded(Id.Course, Id.Term, work);
    }

    public Decision Decide(ChangeWork command, WorkType? type, DateOnly today)
    {
        if (!Works.TryGetValue(command.Work, out var now))
            return new UnknownWork(command.Work);
        var lesson = Lessons[now.Work.Lesson];
        if (MayShape(lesson, command.Type, type, command.Weight, command.Title, today) is { } closed)
            return closed;
        // Of two classes taught together one may be closed: the weight of its marks stays what it was.
        if (StudentsWith(command.Work).Any(student => IsLocked(lesson, student)))
            return new TermClosed(Id.Term);
        var moved = Move(now.Work, command.Lesson ?? now.Work.Lesson, today);
        if (moved.Refusal is { } stays)
            return stays;

        var after = moved.Work with
        {
            Type = command.Type,
            Weight = command.Weight,
            Title = Trimmed(command.Title),
            DueBy = command.DueBy,
            Shown = command.Shown,
        };
        if (after == now.Work)
            return Decision.Already(now.Version);
        if (now.Version != command.Expected)
            return new WorkConflict(now);

        var told = after.Shown == now.Work.Shown ? [] : Cells(command.Work).Select(cell => Told(after, cell));
        // Last, because the answer's Seq is that of the last fact, and it is the column's new version.
        return Decision.Facts([.. told, new WorkChanged(Id.Course, Id.Term, now.Work, after)]);
    }

    private JournalEvent Told(Work work, (StudentId Student, MarkCell Now) cell) =>
        work.Shown
            ? new MarkShown(Id.Course, Id.Term, work.Lesson, work.Id, cell.Student, cell.Now.Value)
            : new MarkHidden(Id.Course, Id.Term, work.Lesson, work.Id, cell.Student);

    public Decision Decide(RemoveWork command, DateOnly today)
    {
        if (!Works.TryGetValue(command.Work, out var now))
            return new UnknownWork(command.Work);
        if (now.Work.IsDefault)
            return new DefaultWorkStays(command.Work);
        var lesson = Lessons[now.Work.Lesson];
        var cells = Cells(command.Work).ToArray();
        if ((MayShape(lesson, today) ?? MayWriteAll(lesson, cells.Select(cell => cell.Student), today)) is { } closed)
            return closed;
        if (now.Version != command.Expected)
            return new WorkConflict(now);

        return Decision.Facts([.. cells.Select(cell => Cleared(lesson, now.Work, cell)), new WorkRemoved(Id.Course, Id.Term, now.Work)]);
    }

    /// <summary>The same column beside another lesson of the page: its marks then stand on that day.</summary>
    private (Work Work, Refusal? Refusal) Move(Work work, LessonId to, DateOnly today)
    {
        if (to == work.Lesson)
            return (work, null);
        if (work.IsDefault)
            return (work, new DefaultWorkStays(work.Id));
        if (!Lessons.TryGetValue(to, out var lesson))
            return (work, new UnknownLesson(to));
        if ((MayShape(lesson, today) ?? MayStandOn(lesson, StudentsWith(work.Id), today) ?? IsFull(to)) is { } refusal)
            return (work, refusal);

        return (work with { Lesson = to, Ordinal = NextOrdinal(to) }, null);
    }

    private Refusal? MayStandOn(Lesson lesson, IEnumerable<StudentId> students, DateOnly today) =>
        students
            .OrderBy(student => student.Value)
            .Select(student => MayWrite(lesson, student, today) ?? AreMarksOff(lesson, student))
            .FirstOrDefault(closed => closed is not null);

    internal MarksAreOff? AreMarksOff(Lesson lesson, StudentId student) =>
        Rules.MarksOff.Any(rule => rule.Covers(Id.Course, ClassOn(lesson, student), student, lesson.Date))
            ? new MarksAreOff(lesson.Date)
            : null;

    private TooManyWorks? IsFull(LessonId lesson) =>
        OrdinalsOf(lesson).Count() >= MostWorksOfALesson ? new TooManyWorks(MostWorksOfALesson) : null;

    private int NextOrdinal(LessonId lesson) => OrdinalsOf(lesson).DefaultIfEmpty(-1).Max() + 1;

    private IEnumerable<int> OrdinalsOf(LessonId lesson) =>
        Works.Values.Where(one => one.Work.Lesson == lesson).Select(one => one.Work.Ordinal);

    private MarkSet Cleared(Lesson lesson, Work work, (StudentId Student, MarkCell Now) cell) =>
        new(
            Id.Course,
            Id.Term,
            lesson.Id,
            work.Id,
            cell.Student,
            ClassOn(lesson, cell.Student)!.Value,
            cell.Now.Value,
            CellValue.Empty,
            work.Shown
        );

    private IEnumerable<(StudentId Student, MarkCell Now)> Cells(WorkId work) =>
        from cell in Marks
        where cell.Key.Work == work && !cell.Value.Value.IsEmpty
        orderby cell.Key.Student.Value
        select (cell.Key.Student, cell.Value);

    private Refusal? MayShape(Lesson lesson, WorkTypeId id, WorkType? type, int? weight, string? title, DateOnly today)
    {
        if (MayShape(lesson, today) is { } closed)
            return closed;
        if (IsLockedForAll(lesson))
            return new TermClosed(Id.Term);
        if (type is null)
            return new UnknownWorkType(id);
        if (weight is < 0 or > HeaviestWork)
            return new WeightOutOfRange(weight.Value);
        if (title is { Length: > LongestTitle })
            return new TitleTooLong(LongestTitle);

        return title is not null && !CellRules.IsReadable(title) ? new TitleUnreadable() : null;
    }

    private Refusal? MayWriteAll(Lesson lesson, IEnumerable<StudentId> students, DateOnly today) =>
        IsLockedForAll(lesson)
            ? new TermClosed(Id.Term)
            : students.Select(student => MayWrite(lesson, student, today)).FirstOrDefault(closed => closed is not null);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private JournalPage Apply(WorkAdded e, Committed change) =>
        this with
        {
            Works = Works.SetItem(e.Work.Id, new PageWork(e.Work, change.Seq)),
        };

    private JournalPage Apply(WorkChanged e, Committed change) =>
        this with
        {
            Works = Works.SetItem(e.After.Id, new PageWork(e.After, change.Seq)),
        };

    private JournalPage Apply(WorkRemoved e) =>
        this with
        {
            Works = Works.Remove(e.Work.Id),
            Marks = Marks.RemoveRange(Marks.Keys.Where(cell => cell.Work == e.Work.Id)),
        };
}
