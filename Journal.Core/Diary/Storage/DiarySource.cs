using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Diary.Storage;

/// <summary>Whose diary is made, with whose eyes, and as of which change.</summary>
/// <param name="AsStaff">Staff see hidden columns, staff comments and absences before the roll is declared; families do not.</param>
internal sealed record DiarySource(Roster Roster, long Seq, StudentId Student, bool AsStaff)
{
    // A cell that holds nothing but a comment for the staff is an empty one to a family.
    public CellValue Seen(CellValue value) => AsStaff || value.CommentForFamily ? value : value with { Comment = null };

    public string Text(CellValue value, int course) => TypedMark.Text(value, Scale(course));

    public bool IsLow(CellValue value, int course) =>
        new[] { value.First, value.Second }.OfType<short>().Any(code => Scale(course).WithCode(code)?.Level == MarkLevel.Unsatisfactory);

    public string Subject(CourseId course) => Roster.Subjects[Roster.Courses[course].Subject].Name;

    private MarkScale Scale(int course) => Roster.Scales[Roster.Courses[new(course)].Scale];
}
