using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Register.Storage;

/// <summary>Reads who is at school today: three small queries for all classes together.</summary>
public sealed class Mornings(IDbContextFactory<JournalDb> databases)
{
    public async Task<SchoolMorning> Read(Roster roster, DateOnly day, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var reading = await db.BeginReading(ct);
        var lessons = await db.Set<LessonRow>()
            .AsNoTracking()
            .Where(row => row.Date == day && row.Status != (int)LessonStatus.Cancelled && row.Status != (int)LessonStatus.Moved)
            .OrderBy(row => row.Number)
            .ToListAsync(ct);
        var taken = (
            from lesson in db.Set<LessonRow>()
            where lesson.Date == day
            join roll in db.Set<RollRow>() on lesson.Id equals roll.Lesson
            select roll.Lesson
        ).ToHashSet();
        var cells = await Cells(db, day, ct);
        var facts = new DayFacts(roster, day, lessons.ToLookup(row => new CourseId(row.Course)), taken, cells);
        var classes = roster.ClassesOf(roster.YearOf(day)).OrderBy(one => one.Grade).ThenBy(one => one.Letter, StringComparer.Ordinal);
        return new SchoolMorning(day, [.. classes.Select(facts.Of)]);
    }

    private static async Task<Dictionary<(int, int), int>> Cells(JournalDb db, DateOnly day, CancellationToken ct)
    {
        var rows =
            from lesson in db.Set<LessonRow>()
            where lesson.Date == day
            join cell in db.Set<AttendanceRow>() on lesson.Id equals cell.Lesson
            join row in db.Set<ReasonRow>() on new { cell.Lesson, cell.Student } equals new { row.Lesson, row.Student } into reasons
            from reason in reasons.DefaultIfEmpty()
            where cell.Code != null
            select new
            {
                cell.Lesson,
                cell.Student,
                Code = reason == null ? null : reason.Code,
                Fact = cell.Code!.Value,
            };
        return (await rows.ToListAsync(ct)).ToDictionary(row => (row.Lesson, row.Student), row => row.Code ?? row.Fact);
    }

    private sealed record DayFacts(
        Roster Roster,
        DateOnly Day,
        ILookup<CourseId, LessonRow> Lessons,
        HashSet<int> Taken,
        Dictionary<(int Lesson, int Student), int> Cells
    )
    {
        private readonly Dictionary<int, AttendanceCode> _codes = Roster.Codes.ToDictionary(code => code.Id.Value);

        public ClassMorning Of(SchoolClass one)
        {
            var lessons = Roster.CoursesOf(one.Id).SelectMany(course => Lessons[course.Id]).OrderBy(row => row.Number).ToArray();
            var students = Roster.StudentsOf(one.Id, Day).ToArray();
            var states = students.Select(student => StateOf(student, lessons)).ToArray();
            return new(
                one.Id,
                one.Name,
                students.Length,
                states.Count(state => state is { Code: null or { CountsAsMissed: false } }),
                Missing(states, AbsenceKind.Ill),
                Missing(states, AbsenceKind.Valid, AbsenceKind.Exempt, AbsenceKind.SchoolEvent),
                Missing(states, AbsenceKind.Unknown),
                students.Count(student => lessons.Any(row => CodeOf(row, student)?.Kind is AbsenceKind.Late)),
                states.Count(state => state is null),
                [.. lessons.GroupBy(row => row.Number).Select(slot => Slot(slot, one))]
            );
        }

        // What the last lesson of the own ones says; null when none has said anything.
        private State? StateOf(StudentId student, LessonRow[] lessons)
        {
            var last = Array.FindLast(lessons, row => IsKnown(row, student) && Roster.Learns(student, new(row.Course), Day));
            return last is null ? null : new State(CodeOf(last, student));
        }

        private bool IsKnown(LessonRow row, StudentId student) => Taken.Contains(row.Id) || Cells.ContainsKey((row.Id, student.Value));

        private AttendanceCode? CodeOf(LessonRow row, StudentId student) =>
            Cells.TryGetValue((row.Id, student.Value), out var code) ? _codes.GetValueOrDefault(code) : null;

        private MorningSlot Slot(IGrouping<int, LessonRow> slot, SchoolClass one) =>
            new(slot.Key, Roster.BellOf(one, slot.Key, Day), slot.Count(), slot.Count(row => Taken.Contains(row.Id)));

        private static int Missing(State?[] states, params AbsenceKind[] kinds) =>
            states.Count(state => state?.Code is { CountsAsMissed: true } code && kinds.Contains(code.Kind));
    }

    private sealed record State(AttendanceCode? Code);
}
