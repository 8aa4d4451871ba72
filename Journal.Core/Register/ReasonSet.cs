using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

/// <summary>Why a student was absent, with its document: the class teacher's record, apart from the fact and without an edit window.</summary>
/// <param name="Shown">Whether families may see the absence it explains.</param>
public sealed record ReasonSet(
    CourseId Course,
    TermId Term,
    LessonId Lesson,
    StudentId Student,
    ClassId Class,
    AbsenceReason? Before,
    AbsenceReason? After,
    bool Shown
) : JournalEvent, IOnOnePage
{
    protected override Concern Concerned => new(Course, Class, Student);
}

public sealed partial record JournalPage
{
    public bool HasReason(LessonId lesson, StudentId student) => Reasons.GetValueOrDefault((lesson, student))?.Value is not null;

    /// <summary>0 if nobody has ever put one.</summary>
    public long ReasonVersion(LessonId lesson, StudentId student) => Reasons.GetValueOrDefault((lesson, student))?.Version ?? 0;

    private JournalPage Apply(ReasonSet e, Committed change) =>
        this with
        {
            Reasons = Reasons.SetItem((e.Lesson, e.Student), new ReasonCell(e.After, change.Seq, change.Actor, change.At)),
        };
}
