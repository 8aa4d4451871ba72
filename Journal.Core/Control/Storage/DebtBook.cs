using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Control.Storage;

/// <summary>Reads what a teacher owes the journal, over all of the own courses.</summary>
public sealed class DebtBook(IDbContextFactory<JournalDb> databases, JournalPages pages, SchoolClock clock)
{
    private static readonly TimeOnly DayBegins = new(7, 0);
    private static readonly TimeOnly DayEnds = new(18, 0);

    public async Task<DebtList> Read(Roster roster, PersonId teacher, CancellationToken ct = default)
    {
        var (now, today) = (clock.Now, clock.Today);
        var debts = new List<TeacherDebt>();
        var isHoliday = true;
        var absences = Circumstances.AbsencesIn(roster);
        foreach (var course in roster.CoursesGivenBy(teacher, today))
        {
            if (roster.TermOf(course.Id, today) is not { } term || pages.Read(new PageId(course.Id, term.Id)) is not { } page)
                continue;

            var calendar = roster.CalendarOf(course.Id, StudyDays(page));
            isHoliday &= !calendar.IsSchoolDay(today);
            var around = Circumstances.Of(roster, course.Id, clock.Zone, calendar, BellsOf(roster, course.Id)) with
            {
                Absences = absences,
                LastLessons = await LastLessons(roster, course.Id, term, ct),
            };
            debts.AddRange(Owed(page, new Deadlines(roster.Regulation, around), teacher, now).Where(one => IsOpen(page, one, today)));
        }

        var time = clock.TimeOf(now);
        return new(
            [.. debts.OrderBy(one => one.Debt.Due ?? DateTimeOffset.MaxValue)],
            isHoliday || roster.IsAway(teacher, today) || time < DayBegins || time >= DayEnds
        );
    }

    // What can no longer be written is no task but a question to the deputy.
    private static bool IsOpen(JournalPage page, TeacherDebt one, DateOnly today) =>
        (one.Debt.Kind is RecordKind.Topic or RecordKind.Homework ? page.MayRecord(one.Lesson, today) : page.MayWrite(one.Lesson, today))
            is null;

    private static IEnumerable<TeacherDebt> Owed(JournalPage page, Deadlines deadlines, PersonId teacher, DateTimeOffset now) =>
        from debt in Debts.Of(page, deadlines, now)
        let lesson = page.Lessons[debt.Lesson]
        where deadlines.Around.Owing(lesson).Contains(teacher)
        select new TeacherDebt(page.Id.Course, lesson, debt.Work is { } work ? page.Works[work].Work : null, debt);

    // A course without a lesson on a Saturday counts five days even where the school works six: an hour more for the teacher, never less.
    private static int StudyDays(JournalPage page) => page.Lessons.Values.Any(one => one.Date.DayOfWeek is DayOfWeek.Saturday) ? 6 : 5;

    private static ImmutableArray<Bell> BellsOf(Roster roster, CourseId course) =>
        roster.Bells.GetValueOrDefault(roster.Classes[roster.ClassesOf(course).First()].Bells, []);

    private async Task<ImmutableDictionary<DateOnly, int>> LastLessons(Roster roster, CourseId course, Term term, CancellationToken ct)
    {
        var courses = roster.ClassesOf(course).SelectMany(roster.CoursesOf).Select(one => one.Id.Value).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var days = await db.Set<LessonRow>()
            .Where(row =>
                courses.Contains(row.Course)
                && row.Date >= term.Starts
                && row.Date <= term.Ends
                && row.Status != (int)LessonStatus.Cancelled
                && row.Status != (int)LessonStatus.Moved
            )
            .GroupBy(row => row.Date)
            .Select(day => new { Date = day.Key, Last = day.Max(row => row.Number) })
            .ToListAsync(ct);
        return days.ToImmutableDictionary(day => day.Date, day => day.Last);
    }
}
