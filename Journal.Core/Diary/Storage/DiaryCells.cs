using Journal.Core.Basics;
using Journal.Core.Lessons.Storage;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>What stands in a student's cells of some lessons, with what is new in them.</summary>
internal static class DiaryCells
{
    private const int DaysAhead = 7;

    public static async Task<ILookup<int, DiaryMark>> Marks(DiarySource source, StudentNews news, List<int> lessons, CancellationToken ct)
    {
        var touched = news.Works.Select(work => work.Value).ToArray();
        // A column that was removed is looked at only for the marks the family misses in it.
        var rows = await (
            from work in source.Db.Set<WorkRow>()
            where lessons.Contains(work.Lesson) && (source.AsStaff || work.Shown)
            join mark in source.Db.Set<MarkRow>() on work.Id equals mark.Work
            where mark.Student == source.Student.Value && (!work.Removed || touched.Contains(work.Id))
            orderby work.Ordinal
            select new { work, mark }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return rows.Select(row => (row.work.Lesson, Mark: Mark(source, news, row.work, row.mark)))
            .Where(row => row.Mark is not null)
            .ToLookup(row => row.Lesson, row => row.Mark!);
    }

    /// <summary>Works beside the lessons' own in the days to come; a hidden one is not announced.</summary>
    public static async Task<IReadOnlyList<AnnouncedWork>> Announced(DiarySource source, DateOnly today, CancellationToken ct)
    {
        var last = today.AddDays(DaysAhead);
        var courses = source
            .Roster.GroupsOfStudent[source.Student]
            .Where(member => member.Days.Touches(today, last))
            .SelectMany(member => source.Roster.CoursesOfGroup[member.Group])
            .Select(course => course.Id.Value)
            .ToArray();
        var rows = await (
            from lesson in source.Db.Set<LessonRow>()
            where courses.Contains(lesson.Course) && lesson.Date > today && lesson.Date <= last
            join work in source.Db.Set<WorkRow>() on lesson.Id equals work.Lesson
            where !work.IsDefault && !work.Removed && work.Shown
            orderby lesson.Date, lesson.Number, work.Ordinal
            select new { lesson.Date, work }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new AnnouncedWork(
                row.Date,
                Subject(source, row.work.Course),
                Type(source, row.work).Name,
                row.work.Title
            )),
        ];
    }

    /// <summary>The Mondays of other weeks in which a mark is new, changed or gone.</summary>
    public static async Task<IReadOnlyList<DateOnly>> Elsewhere(DiarySource source, StudentNews news, DateOnly monday, CancellationToken ct)
    {
        var works = news.Works.Where(work => news.OfMark(work).Kind != NewsKind.None).Select(work => work.Value).ToArray();
        if (works.Length == 0)
            return [];

        var dates = await (
            from work in source.Db.Set<WorkRow>()
            where works.Contains(work.Id) && work.Shown
            join lesson in source.Db.Set<LessonRow>() on work.Lesson equals lesson.Id
            select lesson.Date
        ).ToListAsync(ct);
        return [.. dates.Select(SchoolCalendar.MondayOf).Where(other => other != monday).Distinct().Order()];
    }

    // The reason, once the class teacher has put one, is what the diary shows.
    public static async Task<Dictionary<int, DiaryAbsence>> Absences(
        DiarySource source,
        StudentNews news,
        List<int> lessons,
        CancellationToken ct
    )
    {
        var (db, student) = (source.Db, source.Student.Value);
        var atOnce = source.AsStaff || !source.Roster.Settings.AbsencesWaitForRoll;
        var rows = await (
            from one in db.Set<AttendanceRow>()
            where lessons.Contains(one.Lesson) && one.Student == student && one.Code != null
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
        var absences = rows.ToDictionary(row => row.Lesson, row => Absence(source, news, row.Lesson, row.Code, row.Minutes));
        foreach (var lesson in news.Lessons.Where(lesson => !absences.ContainsKey(lesson.Value)))
        {
            if (news.OfAbsence(lesson) is { Kind: NewsKind.Removed } removed)
                absences.Add(lesson.Value, new DiaryAbsence("", null, null, removed));
        }

        return absences;
    }

    public static string Subject(DiarySource source, int course) => source.Roster.Subjects[source.Roster.Courses[new(course)].Subject].Name;

    public static WorkType Type(DiarySource source, WorkRow work) => source.Roster.WorkTypes[new(work.Type)];

    private static DiaryAbsence Absence(DiarySource source, StudentNews news, int lesson, int? code, int? minutes)
    {
        var value = new AttendanceValue(PageLoader.Code(code), minutes);
        return new DiaryAbsence(
            TypedAttendance.Text(value, source.Roster.Codes),
            source.Roster.Codes.FirstOrDefault(one => one.Id == value.Code),
            minutes,
            news.OfAbsence(new(lesson))
        );
    }

    private static DiaryMark? Mark(DiarySource source, StudentNews news, WorkRow work, MarkRow mark)
    {
        var value = work.Removed ? CellValue.Empty : source.Seen(mark);
        var id = new WorkId(work.Id);
        var changed = news.OfMark(id);
        if (value.IsEmpty && changed.Kind != NewsKind.Removed)
            return null;

        var type = Type(source, work);
        return new DiaryMark(
            id,
            type.Name,
            type.Sign,
            work.Title,
            work.Weight,
            source.Text(value, work.Course),
            source.IsLow(value, work.Course),
            value.Due,
            value.DueBy,
            value.Comment,
            new(mark.By),
            mark.Version,
            changed,
            value.Comment is not null && news.IsCommentNew(id)
        );
    }
}
