using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.School;

namespace Journal.Core.Diary.Storage;

/// <summary>What stands in a student's cells of some lessons, with what is new in them.</summary>
internal static class DiaryCells
{
    private const int DaysAhead = 7;

    public static IEnumerable<DiaryMark> Marks(DiarySource source, StudentNews news, DiaryPlace place) =>
        from work in place.Works
        where source.AsStaff || work.Shown
        let cell = place.Page.Marks.GetValueOrDefault((work.Id, source.Student))
        where cell is not null
        let mark = Mark(source, news, place.Course, work, source.Seen(cell.Value), cell)
        where mark is not null
        select mark;

    /// <summary>A mark that the family misses in a column that was removed.</summary>
    public static DiaryMark? Removed(DiarySource source, StudentNews news, CourseId course, Work work, MarkCell cell) =>
        Mark(source, news, course, work, CellValue.Empty, cell);

    /// <summary>Works beside the lessons' own in the days to come; a hidden one is not announced.</summary>
    public static IReadOnlyList<AnnouncedWork> Announced(DiarySource source, JournalPages pages, DateOnly today) =>
        [
            .. from place in DiaryPages.Of(pages, source, today.AddDays(1), today.AddDays(DaysAhead)).Places
            from work in place.Works
            where !work.IsDefault && work.Shown
            select new AnnouncedWork(place.Lesson.Date, source.Subject(place.Course), Type(source, work).Name, work.Title),
        ];

    /// <summary>The reason, once the class teacher has put one, is what the diary shows.</summary>
    public static DiaryAbsence? Absence(DiarySource source, StudentNews news, DiaryPlace place)
    {
        var (page, lesson) = (place.Page, place.Lesson.Id);
        var changed = news.OfAbsence(lesson);
        var atOnce = source.AsStaff || !source.Roster.Settings.AbsencesWaitForRoll;
        if (page.AttendanceAt(lesson, source.Student).Value is { Code: { } code } fact && (atOnce || page.Rolls.ContainsKey(lesson)))
        {
            var reason = page.Reasons.GetValueOrDefault((lesson, source.Student))?.Value?.Code;
            var value = new AttendanceValue(reason ?? code, fact.Minutes);
            return new(
                TypedAttendance.Text(value, source.Roster.Codes),
                source.Roster.Codes.FirstOrDefault(one => one.Id == value.Code),
                fact.Minutes,
                changed
            );
        }

        return changed.Kind == NewsKind.Removed ? new DiaryAbsence("", null, null, changed) : null;
    }

    private static WorkType Type(DiarySource source, Work work) => source.Roster.WorkTypes[work.Type];

    private static DiaryMark? Mark(DiarySource source, StudentNews news, CourseId course, Work work, CellValue value, MarkCell cell)
    {
        var changed = news.OfMark(work.Id);
        if (value.IsEmpty && changed.Kind != NewsKind.Removed)
            return null;

        var type = Type(source, work);
        return new DiaryMark(
            work.Id,
            type.Name,
            type.Sign,
            work.Title,
            work.Weight,
            source.Text(value, course.Value),
            source.IsLow(value, course.Value),
            value.Due,
            value.DueBy,
            value.Comment,
            cell.By,
            cell.Version,
            changed,
            value.Comment is not null && news.IsCommentNew(work.Id)
        );
    }
}
