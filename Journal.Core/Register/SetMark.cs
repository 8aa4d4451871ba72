using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

/// <summary>Puts the whole value of a mark cell as it was typed: up to two marks, the due mark, a comment.</summary>
/// <param name="Expected">The version of the cell that was on the screen.</param>
public sealed record SetMark(
    CourseId Course,
    WorkId Work,
    StudentId Student,
    string Value,
    DateOnly? DueBy,
    string? Comment,
    bool CommentForFamily,
    long Expected
) : Command;

/// <param name="Shown">False while the column is hidden from families until it is checked.</param>
public sealed record MarkSet(
    CourseId Course,
    TermId Term,
    LessonId Lesson,
    WorkId Work,
    StudentId Student,
    ClassId Class,
    CellValue Before,
    CellValue After,
    bool Shown
) : JournalEvent, IOnOnePage
{
    protected override Concern Concerned => new(Course, Class, Student);
}

/// <summary>Somebody was faster: what the cell holds now, its version, who put it and when.</summary>
public sealed record MarkConflict(MarkCell Now, string Text) : Refusal, IConflict;

public sealed record UnknownWork(WorkId Work) : Refusal;

/// <summary>A mark for today's lesson of somebody who is marked absent in it (domain §3); made up later it is legal, and the absence stays.</summary>
public sealed record AbsentFromLesson(DateOnly Date) : Refusal;

public sealed partial record JournalPage
{
    public Decision Decide(SetMark command, DateOnly today)
    {
        if (!Works.TryGetValue(command.Work, out var column))
            return new UnknownWork(command.Work);
        var lesson = Lessons[column.Work.Lesson];
        if (MayWrite(lesson, command.Student, today) is { } closed)
            return closed;
        if (AreMarksOff(lesson, command.Student) is { } off)
            return off;
        var typed = TypedMark.Parse(command.Value, Rules.Scale);
        if (typed.Refusal is { } misread)
            return misread;

        var value = WithRest(typed.Value!, command, column.Work);
        if (CellRules.Check(value, Rules.Scale) is { } unfit)
            return unfit;

        var now = MarkAt(command.Work, command.Student);
        if (value == now.Value)
            return Decision.Already(now.Version);
        if (now.Version != command.Expected)
            return new MarkConflict(now, TypedMark.Text(now.Value, Rules.Scale));

        if (lesson.Date == today && IsAnotherMark(now.Value, value) && IsMissed(lesson, command.Student))
            return new AbsentFromLesson(lesson.Date);

        var schoolClass = ClassOn(lesson, command.Student)!.Value;
        return new MarkSet(Id.Course, Id.Term, lesson.Id, command.Work, command.Student, schoolClass, now.Value, value, column.Work.Shown);
    }

    // A due mark, a comment or a mark that is taken away says nothing of having been there.
    private static bool IsAnotherMark(CellValue now, CellValue value) =>
        value.First is not null && (now.First, now.Second) != (value.First, value.Second);

    private static CellValue WithRest(CellValue typed, SetMark command, Work work)
    {
        var comment = string.IsNullOrWhiteSpace(command.Comment) ? null : command.Comment.Trim();
        return typed with
        {
            DueBy = typed.Due ? command.DueBy ?? work.DueBy : null,
            Comment = comment,
            CommentForFamily = comment is not null && command.CommentForFamily,
        };
    }

    private JournalPage Apply(MarkSet e, Committed change) =>
        this with
        {
            Marks = Marks.SetItem((e.Work, e.Student), new MarkCell(e.After, change.Seq, change.Actor, change.At)),
        };
}
