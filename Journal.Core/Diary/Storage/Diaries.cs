using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>Reads a week of a student across all courses from one snapshot.</summary>
public sealed class Diaries(IDbContextFactory<JournalDb> databases, RosterSource rosters)
{
    /// <param name="asStaff">Staff see hidden columns, staff comments and absences before the roll is declared; families do not.</param>
    public async Task<DiaryWeek> Read(StudentId student, DateOnly day, bool asStaff, CancellationToken ct = default)
    {
        var monday = SchoolCalendar.MondayOf(day);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var reading = await db.BeginReading(ct);
            var seq = await db.Head(ct);
            if (rosters.At(seq) is { } roster)
                return new DiaryWeek(student, monday, seq, await Days(db, roster, student, monday, asStaff, ct));
        }
    }

    private static async Task<DiaryDay[]> Days(
        JournalDb db,
        Roster roster,
        StudentId student,
        DateOnly monday,
        bool asStaff,
        CancellationToken ct
    )
    {
        var lessons = await Lessons(db, roster, student, monday, ct);
        var ids = lessons.Select(lesson => lesson.Id).ToArray();
        var marks = await Marks(db, roster, student, ids, asStaff, ct);
        var absences = await Absences(db, roster, student, ids, asStaff, ct);
        return
        [
            .. lessons
                .GroupBy(lesson => lesson.Date)
                .Select(one => new DiaryDay(one.Key, [.. one.Select(lesson => Lesson(roster, lesson, absences, marks))])),
        ];
    }

    private static async Task<List<LessonRow>> Lessons(
        JournalDb db,
        Roster roster,
        StudentId student,
        DateOnly monday,
        CancellationToken ct
    )
    {
        // Somebody may ask for the last week of the year 9999, which has no Sunday.
        var sunday = DateOnly.FromDayNumber(Math.Min(monday.DayNumber + 6, DateOnly.MaxValue.DayNumber));
        var spans = roster
            .GroupsOfStudent[student]
            .Where(member => member.Days.Touches(monday, sunday))
            .SelectMany(member => roster.CoursesOfGroup[member.Group].Select(course => (course.Id, member.Days)))
            .ToLookup(one => one.Id.Value, one => one.Days);
        var courses = spans.Select(one => one.Key).ToArray();
        var rows = await db.Set<LessonRow>()
            .AsNoTracking()
            .Where(row => courses.Contains(row.Course) && row.Date >= monday && row.Date <= sunday)
            .OrderBy(row => row.Date)
            .ThenBy(row => row.Number)
            .ToListAsync(ct);
        return rows.FindAll(row => spans[row.Course].Any(days => days.Contains(row.Date)));
    }

    private static async Task<ILookup<int, DiaryMark>> Marks(
        JournalDb db,
        Roster roster,
        StudentId student,
        int[] lessons,
        bool asStaff,
        CancellationToken ct
    )
    {
        var rows = await (
            from work in db.Set<WorkRow>()
            where lessons.Contains(work.Lesson) && !work.Removed && (asStaff || work.Shown)
            join mark in db.Set<MarkRow>() on work.Id equals mark.Work
            where mark.Student == student.Value
            orderby work.Ordinal
            select new { work, mark }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return rows.Select(row => (row.work, row.mark, Value: Seen(row.mark, asStaff)))
            .Where(row => !row.Value.IsEmpty)
            .ToLookup(row => row.work.Lesson, row => Mark(roster, row.work, row.mark, row.Value));
    }

    // A cell that holds nothing but a comment for the staff is an empty one to a family.
    private static CellValue Seen(MarkRow mark, bool asStaff)
    {
        var value = PageLoader.Value(mark);
        return asStaff || value.CommentForFamily ? value : value with { Comment = null };
    }

    private static DiaryMark Mark(Roster roster, WorkRow work, MarkRow mark, CellValue value)
    {
        var scale = roster.Scales[roster.Courses[new(work.Course)].Scale];
        var type = roster.WorkTypes[new(work.Type)].Name;
        return new DiaryMark(new(work.Id), type, work.Title, work.Weight, TypedMark.Text(value, scale), value.Comment, mark.Version);
    }

    // The reason, once the class teacher has put one, is what the diary shows.
    private static async Task<Dictionary<int, string>> Absences(
        JournalDb db,
        Roster roster,
        StudentId student,
        int[] lessons,
        bool asStaff,
        CancellationToken ct
    )
    {
        var atOnce = asStaff || !roster.Settings.AbsencesWaitForRoll;
        var rows = await (
            from one in db.Set<AttendanceRow>()
            where lessons.Contains(one.Lesson) && one.Student == student.Value && one.Code != null
            join reason in db.Set<ReasonRow>() on new { one.Lesson, one.Student } equals new { reason.Lesson, reason.Student } into reasons
            from reason in reasons.DefaultIfEmpty()
            where atOnce || db.Set<RollRow>().Any(roll => roll.Lesson == one.Lesson)
            select new
            {
                one.Lesson,
                Code = reason != null && reason.Code != null ? reason.Code : one.Code,
                one.Minutes,
            }
        ).ToListAsync(ct);
        return rows.ToDictionary(
            row => row.Lesson,
            row => TypedAttendance.Text(new AttendanceValue(PageLoader.Code(row.Code), row.Minutes), roster.Codes)
        );
    }

    private static DiaryLesson Lesson(Roster roster, LessonRow row, Dictionary<int, string> absences, ILookup<int, DiaryMark> marks) =>
        new(
            new(row.Id),
            new(row.Course),
            roster.Subjects[roster.Courses[new(row.Course)].Subject].Name,
            row.Number,
            (LessonStatus)row.Status,
            row.Topic,
            row.Homework,
            absences.GetValueOrDefault(row.Id),
            [.. marks[row.Id]]
        );
}
