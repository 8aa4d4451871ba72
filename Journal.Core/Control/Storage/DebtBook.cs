using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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

/// <summary>Reads what is owed to the journal: by a teacher over all of the own courses, to a class by everybody.</summary>
public sealed class DebtBook(IDbContextFactory<JournalDb> databases, JournalPages pages, SchoolClock clock)
{
    private static readonly TimeOnly DayBegins = new(7, 0);
    private static readonly TimeOnly DayEnds = new(18, 0);

    public async Task<DebtList> Read(Roster roster, PersonId teacher, CancellationToken ct = default)
    {
        var (now, today) = (clock.Now, clock.Today);
        var debts = new List<TeacherDebt>();
        var isHoliday = true;
        await foreach (var (page, deadlines) in Running(roster, roster.CoursesGivenBy(teacher, today), ct))
        {
            isHoliday &= !deadlines.Around.Calendar.IsSchoolDay(today);
            debts.AddRange(Owed(page, deadlines, teacher, now).Where(one => IsOpen(page, one, today)));
        }

        var time = clock.TimeOf(now);
        return new(
            [.. debts.OrderBy(one => one.Debt.Due ?? DateTimeOffset.MaxValue)],
            isHoliday || roster.IsAway(teacher, today) || time < DayBegins || time >= DayEnds
        );
    }

    /// <summary>What is overdue in the courses of a class, whoever owes it: what can no longer be written too.</summary>
    public async Task<IReadOnlyList<OwedRecord>> Read(Roster roster, ClassId schoolClass, CancellationToken ct = default)
    {
        var owed = new List<OwedRecord>();
        await foreach (var (page, deadlines) in Running(roster, roster.CoursesOf(schoolClass), ct))
        {
            owed.AddRange(
                Omissions
                    .Of(page, deadlines, schoolClass, clock.Now)
                    .Select(one => new OwedRecord(one, [.. deadlines.Around.Owing(page.Lessons[one.Key.Lesson])]))
            );
        }

        return [.. owed.OrderBy(one => one.What.Since)];
    }

    private async IAsyncEnumerable<(JournalPage Page, Deadlines Deadlines)> Running(
        Roster roster,
        IEnumerable<Course> courses,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var absences = Circumstances.AbsencesIn(roster);
        // Most courses of a class are its own, and have the same days.
        var ends = new Dictionary<(string Classes, TermId Term), ImmutableDictionary<DateOnly, int>>();
        foreach (var course in courses)
        {
            if (roster.TermOf(course.Id, clock.Today) is not { } term || pages.Read(new PageId(course.Id, term.Id)) is not { } page)
                continue;

            var days = (string.Join(',', roster.ClassesOf(course.Id).Select(one => one.Value).Order()), term.Id);
            if (!ends.TryGetValue(days, out var last))
                ends[days] = last = await LastLessons(roster, course.Id, term, ct);
            var around = Circumstances.Of(roster, page, clock.Zone) with { Absences = absences, LastLessons = last };
            yield return (page, new Deadlines(roster.Regulation, around));
        }
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
