using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>Reads a week of a student across all courses from one snapshot.</summary>
public sealed class Diaries(IDbContextFactory<JournalDb> databases, RosterSource rosters, EventBook events)
{
    /// <param name="seen">The last change the reader has seen: what came after it is news. Null for whoever is told no news.</param>
    public Task<DiaryWeek> Read(
        StudentId student,
        DateOnly day,
        DateOnly today,
        bool asStaff,
        long? seen = null,
        CancellationToken ct = default
    ) =>
        DiarySource.Read(
            databases,
            rosters,
            student,
            asStaff,
            async source =>
            {
                var news = seen is { } upto ? await StudentNews.Load(source, events, upto, ct) : StudentNews.None;
                return await Week(source, news, SchoolCalendar.MondayOf(day), today, ct);
            },
            ct
        );

    private static async Task<DiaryWeek> Week(DiarySource source, StudentNews news, DateOnly monday, DateOnly today, CancellationToken ct)
    {
        var days = await DiaryDays.Load(source, monday, ct);
        var ids = days.Lessons.ConvertAll(lesson => lesson.Id);
        var marks = await DiaryCells.Marks(source, news, ids, ct);
        var absences = await DiaryCells.Absences(source, news, ids, ct);
        var isRunning = SchoolCalendar.MondayOf(today) == monday;
        return new DiaryWeek(
            source.Student,
            monday,
            source.Seq,
            [
                .. days.All.Select(day => new DiaryDay(
                    day.Date,
                    day.Holiday,
                    [.. days.On(day.Date).Select(row => Lesson(source, row, absences, marks))]
                )),
            ],
            isRunning ? await DiaryDays.Bells(source, today, ct) : [],
            isRunning ? await DiaryCells.Announced(source, today, ct) : [],
            await DiaryCells.Elsewhere(source, news, monday, ct)
        );
    }

    private static DiaryLesson Lesson(
        DiarySource source,
        LessonRow row,
        Dictionary<int, DiaryAbsence> absences,
        ILookup<int, DiaryMark> marks
    ) =>
        new(
            new(row.Id),
            new(row.Course),
            source.Roster.Subjects[source.Roster.Courses[new(row.Course)].Subject].Name,
            row.Number,
            (LessonStatus)row.Status,
            row.Topic,
            row.Homework,
            absences.GetValueOrDefault(row.Id),
            [.. marks[row.Id]]
        );
}
