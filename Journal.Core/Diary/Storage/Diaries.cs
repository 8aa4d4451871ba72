using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Remarks.Storage;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>
/// Makes a week of a student out of the pages of all courses. It holds everything up to its Seq and perhaps, from a page that has just moved on,
/// something later: whoever follows from the Seq hears of that again.
/// </summary>
public sealed class Diaries(
    IDbContextFactory<JournalDb> databases,
    RosterSource rosters,
    JournalPages pages,
    DayBook days,
    StudentLog log,
    RemarkBook remarks
)
{
    /// <param name="seen">The last change the reader has seen: what came after it is news. Null for whoever is told no news.</param>
    public async Task<DiaryWeek> Read(
        StudentId student,
        DateOnly day,
        DateOnly today,
        bool asStaff,
        long? seen = null,
        CancellationToken ct = default
    )
    {
        var seq = pages.Head;
        var source = new DiarySource(rosters.Since(seq), seq, student, asStaff);
        var news = seen is { } upto ? await StudentNews.Load(source, log, upto, ct) : StudentNews.None;
        var said = new DiaryRemarks(await remarks.Of(student, ct), seen);
        var school = await days.Read(ct);
        var monday = SchoolCalendar.MondayOf(day);
        var week = DiaryDays.Of(source, pages, school, monday);
        var missed = await MissedWorks.Load(databases, source, [.. news.Works.Where(work => week.Pages.Of(work) is null)], ct);
        var isRunning = SchoolCalendar.MondayOf(today) == monday;
        return new DiaryWeek(
            student,
            monday,
            seq,
            [
                .. week.All.Select(one => new DiaryDay(
                    one.Date,
                    one.Holiday,
                    [.. week.On(one.Date).Select(place => Lesson(source, pages, news, missed, said, place))],
                    said.On(one.Date),
                    source.Roster.ClassOf(student, one.Date) is { } its ? source.Roster.OrderOf(its.Id, one.Date)?.What : null
                )),
            ],
            isRunning ? DiaryDays.Bells(source, school, today) : [],
            isRunning ? DiaryCells.Announced(source, pages, today) : [],
            Elsewhere(week, news, missed, said, monday)
        );
    }

    /// <summary>What a student's family may have read.</summary>
    public async Task<IReadOnlyDictionary<RemarkId, DateTimeOffset>> RemarksOf(StudentId student, CancellationToken ct = default) =>
        (await remarks.Of(student, ct)).Where(one => !one.IsWithdrawn).ToDictionary(one => one.Remark.Id, one => one.Last.At);

    private static DiaryLesson Lesson(
        DiarySource source,
        JournalPages pages,
        StudentNews news,
        MissedWorks missed,
        DiaryRemarks said,
        DiaryPlace place
    ) =>
        new(
            place.Lesson.Id,
            place.Course,
            source.Subject(place.Course),
            place.Lesson.Number,
            place.Lesson.Status,
            place.Lesson.Topic,
            place.Lesson.Homework,
            DiaryCells.Absence(source, news, place),
            [.. DiaryCells.Marks(source, news, place), .. missed.On(place.Lesson.Id, source, news)],
            DiaryTasks.Of(source, pages, place),
            said.Under(place.Lesson.Id),
            source.Roster.Substitutions.GetValueOrDefault(place.Lesson.Id) is { } now ? source.Roster.NameOf(now.What.Teacher) : null
        );

    private static IReadOnlyList<DateOnly> Elsewhere(
        DiaryDays week,
        StudentNews news,
        MissedWorks missed,
        DiaryRemarks said,
        DateOnly monday
    ) =>
        [
            .. news
                .Works.Select(work => week.Pages.Of(work) is { } page ? DateOf(page, work) : missed.DateOf(work))
                .OfType<DateOnly>()
                .Concat(said.NewDays)
                .Select(SchoolCalendar.MondayOf)
                .Where(other => other != monday)
                .Distinct()
                .Order(),
        ];

    private static DateOnly? DateOf(JournalPage page, WorkId work) =>
        page.Works[work].Work is { Shown: true } shown ? page.Lessons[shown.Lesson].Date : null;
}
