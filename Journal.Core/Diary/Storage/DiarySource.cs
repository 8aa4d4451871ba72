using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>One snapshot to read a student's diary from.</summary>
/// <param name="AsStaff">Staff see hidden columns, staff comments and absences before the roll is declared; families do not.</param>
internal sealed record DiarySource(JournalDb Db, Roster Roster, long Seq, StudentId Student, bool AsStaff)
{
    public static async Task<T> Read<T>(
        IDbContextFactory<JournalDb> databases,
        RosterSource rosters,
        StudentId student,
        bool asStaff,
        Func<DiarySource, Task<T>> read,
        CancellationToken ct
    )
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var reading = await db.BeginReading(ct);
            var seq = await db.Head(ct);
            if (rosters.At(seq) is { } roster)
                return await read(new(db, roster, seq, student, asStaff));
        }
    }

    // A cell that holds nothing but a comment for the staff is an empty one to a family.
    public CellValue Seen(MarkRow mark)
    {
        var value = PageLoader.Value(mark);
        return AsStaff || value.CommentForFamily ? value : value with { Comment = null };
    }

    public string Text(CellValue value, int course) => TypedMark.Text(value, Scale(course));

    public bool IsLow(CellValue value, int course) =>
        new[] { value.First, value.Second }.OfType<short>().Any(code => Scale(course).WithCode(code)?.Level == MarkLevel.Unsatisfactory);

    private MarkScale Scale(int course) => Roster.Scales[Roster.Courses[new(course)].Scale];
}
