using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Register.Storage;

/// <summary>Reads a page by projections: range scans and the marks that came with students.</summary>
internal static class PageLoader
{
    /// <summary>Null when there is no such course or term, or the term is not one of the course's.</summary>
    public static JournalPage? Load(JournalDb db, Roster roster, PageId id, long seq)
    {
        if (!roster.Courses.TryGetValue(id.Course, out var course) || roster.TermsOf(id.Course).All(term => term.Id != id.Term))
            return null;

        var term = roster.Terms[id.Term];
        var students = Students(roster, course, term);
        return new JournalPage
        {
            Id = id,
            Seq = seq,
            Rules = Rules(roster, course, term, [.. students.Values.SelectMany(student => student.Stays).Select(stay => stay.Class)]),
            Students = students,
            Lessons = Lessons(db, id),
            Recorded = Recorded(db, id),
            Works = Works(db, id),
            Marks = Marks(db, id),
            Attendance = Attendance(db, id),
            Reasons = Reasons(db, id),
            MakeUps = MakeUps.Load(db, id),
            Rolls = Rolls(db, id),
            Tasks = PageTasks.Load(db, id),
            Carried = CarriedMarks.Load(db, roster, course, term, students.Keys),
        };
    }

    private static PageRules Rules(Roster roster, Course course, Term term, HashSet<ClassId> classes) =>
        new(
            roster.Scales[course.Scale],
            roster.Codes,
            roster.Settings.Windows,
            roster.Settings.AbsencesWaitForRoll,
            [.. roster.MarksOff.Where(rule => rule.Course is null || rule.Course == course.Id)],
            [.. Closed(roster, term, classes)]
        );

    private static IEnumerable<ClosedTerm> Closed(Roster roster, Term term, HashSet<ClassId> classes) =>
        from closed in roster.LockedTerms
        let other = roster.Terms[closed.Key]
        where other.Id == term.Id || other.TermSet != term.TermSet
        from schoolClass in closed
        where classes.Contains(schoolClass)
        orderby schoolClass.Value, other.Starts
        select other.Id == term.Id ? ClosedTerm.Whole(schoolClass) : new ClosedTerm(schoolClass, other.Starts, other.Ends);

    private static ImmutableDictionary<StudentId, PageStudent> Students(Roster roster, Course course, Term term) =>
        roster
            .MembersOfGroup[course.Group]
            .Where(member => member.Days.Touches(term.Starts, term.Ends))
            .GroupBy(member => member.Student)
            .ToImmutableDictionary(
                member => member.Key,
                member => new PageStudent(
                    member.Key,
                    [.. member.OrderBy(one => one.Days.From).Select(one => new GroupStay(one.Class, one.Days))]
                )
            );

    private static ImmutableDictionary<LessonId, Lesson> Lessons(JournalDb db, PageId id)
    {
        var rows = LessonRows(db, id);
        var teachers = (
            from lesson in rows
            join teacher in db.Set<LessonTeacherRow>() on lesson.Id equals teacher.Lesson
            orderby teacher.Teacher
            select teacher
        ).ToLookup(row => row.Lesson, row => new PersonId(row.Teacher));
        return rows.AsEnumerable().Select(row => Lesson(row, teachers[row.Id])).ToImmutableDictionary(lesson => lesson.Id);
    }

    private static ImmutableDictionary<LessonId, LessonStamp> Recorded(JournalDb db, PageId id) =>
        LessonRows(db, id)
            .Where(row => row.Version > 0)
            .Select(row => new
            {
                row.Id,
                row.Version,
                row.By,
                row.At,
            })
            .AsEnumerable()
            .ToImmutableDictionary(row => new LessonId(row.Id), row => new LessonStamp(row.Version, new(row.By ?? 0), Moment(row.At ?? 0)));

    private static ImmutableDictionary<WorkId, PageWork> Works(JournalDb db, PageId id) =>
        WorkRows(db, id).AsEnumerable().Select(row => new PageWork(Work(row), row.Version)).ToImmutableDictionary(one => one.Work.Id);

    private static ImmutableDictionary<(WorkId, StudentId), MarkCell> Marks(JournalDb db, PageId id)
    {
        var cells = ImmutableDictionary.CreateBuilder<(WorkId, StudentId), MarkCell>();
        var rows = from work in WorkRows(db, id) join mark in db.Set<MarkRow>() on work.Id equals mark.Work select mark;
        foreach (var row in rows.AsNoTracking())
            cells.Add((new(row.Work), new(row.Student)), Cell(row));
        return cells.ToImmutable();
    }

    private static ImmutableDictionary<(LessonId, StudentId), AttendanceCell> Attendance(JournalDb db, PageId id)
    {
        var cells = ImmutableDictionary.CreateBuilder<(LessonId, StudentId), AttendanceCell>();
        var rows = from lesson in LessonRows(db, id) join one in db.Set<AttendanceRow>() on lesson.Id equals one.Lesson select one;
        foreach (var row in rows.AsNoTracking())
        {
            var value = new AttendanceValue(Code(row.Code), row.Minutes);
            cells.Add((new(row.Lesson), new(row.Student)), new AttendanceCell(value, row.Version, new(row.By), Moment(row.At)));
        }

        return cells.ToImmutable();
    }

    private static ImmutableDictionary<(LessonId, StudentId), ReasonCell> Reasons(JournalDb db, PageId id)
    {
        var rows = from lesson in LessonRows(db, id) join one in db.Set<ReasonRow>() on lesson.Id equals one.Lesson select one;
        return rows.AsNoTracking()
            .AsEnumerable()
            .ToImmutableDictionary(
                row => (new LessonId(row.Lesson), new StudentId(row.Student)),
                row => new ReasonCell(
                    Code(row.Code) is { } code ? new AbsenceReason(code, row.Document) : null,
                    row.Version,
                    new(row.By),
                    Moment(row.At)
                )
            );
    }

    private static ImmutableDictionary<LessonId, LessonStamp> Rolls(JournalDb db, PageId id)
    {
        var rows = from lesson in LessonRows(db, id) join roll in db.Set<RollRow>() on lesson.Id equals roll.Lesson select roll;
        return rows.AsNoTracking().AsEnumerable().ToImmutableDictionary(row => new LessonId(row.Lesson), Stamp);
    }

    private static LessonStamp Stamp(RollRow row) => new(row.Version, new(row.By), Moment(row.At));

    /// <param name="teachers">In order.</param>
    internal static Lesson Lesson(LessonRow row, IEnumerable<PersonId> teachers) =>
        new(
            new(row.Id),
            row.Date,
            row.Number,
            (LessonStatus)row.Status,
            [.. teachers],
            row.Topic,
            row.Homework,
            Times(row.HomeworkSince, row.HomeworkChanged),
            row.Briefing
        );

    internal static Work Work(WorkRow row) =>
        new(new(row.Id), new(row.Lesson), new(row.Type), row.Weight, row.Title, row.Ordinal, row.IsDefault, row.DueBy, row.Shown);

    internal static MarkCell Cell(MarkRow row) => new(Value(row), row.Version, new(row.By), Moment(row.At));

    internal static CellValue Value(MarkRow row) => new(row.First, row.Second, row.Due, row.DueBy, row.Comment, row.CommentForFamily);

    internal static AttendanceCodeId? Code(int? code) => code is { } number ? new AttendanceCodeId(number) : null;

    internal static HomeworkTimes? Times(long? since, long? changed) =>
        since is { } first ? new(Moment(first), changed is { } later ? Moment(later) : null) : null;

    internal static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);

    private static IQueryable<LessonRow> LessonRows(JournalDb db, PageId id) =>
        db.Set<LessonRow>().AsNoTracking().Where(row => row.Course == id.Course.Value && row.Term == id.Term.Value);

    private static IQueryable<WorkRow> WorkRows(JournalDb db, PageId id) =>
        db.Set<WorkRow>().AsNoTracking().Where(row => row.Course == id.Course.Value && row.Term == id.Term.Value && !row.Removed);
}
