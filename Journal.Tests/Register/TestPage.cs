using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Tests.Register;

/// <summary>A command that must be refused, by its short name.</summary>
public sealed record Case<T>(string Why, JournalPage Page, T Command, Refusal Refusal)
{
    public override string ToString() => Why;
}

/// <summary>A page built by hand: two classes taught together, a lesson of every kind, today is Friday, 20 November.</summary>
internal static class TestPage
{
    public static readonly DateOnly Today = new(2026, 11, 20);
    public static readonly PageId Id = new(new CourseId(1), new TermId(2));
    public static readonly ClassId ClassA = new(1);
    public static readonly ClassId ClassB = new(2);
    public static readonly PersonId Author = new(90);
    public static readonly DateTimeOffset Moment = new(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);

    public static readonly StudentId Anna = new(1);
    public static readonly StudentId Boris = new(2);

    /// <summary>From 18 November on.</summary>
    public static readonly StudentId Newcomer = new(3);

    /// <summary>Until 17 November.</summary>
    public static readonly StudentId Leaver = new(4);
    public static readonly StudentId Nobody = new(99);

    /// <summary>In class A until 17 November, in class B from then on, all the time in the group that both are taught in.</summary>
    public static readonly StudentId Mover = new(5);

    public static readonly Lesson Old = Lesson(1, new(2026, 11, 5));
    public static readonly Lesson Monday = Lesson(2, new(2026, 11, 16));
    public static readonly Lesson Now = Lesson(3, Today);
    public static readonly Lesson Ahead = Lesson(4, new(2026, 11, 23));
    public static readonly Lesson Cancelled = Lesson(5, new(2026, 11, 18), LessonStatus.Cancelled);
    public static readonly Lesson Moved = Lesson(6, new(2026, 11, 19), LessonStatus.Moved);
    public static readonly Lesson CancelledAhead = Lesson(7, new(2026, 11, 24), LessonStatus.Cancelled);

    /// <summary>A test beside Monday's own column, shown; another one, hidden from families until it is checked.</summary>
    public static readonly WorkId MondayTest = new(20);
    public static readonly WorkId HiddenTest = new(21);

    public static readonly WorkType Answer = new(new(1), "Ответ на уроке", "", 100);
    public static readonly WorkType Test = new(new(2), "Контрольная работа", "К", 300);

    public static readonly JournalPage Page = new()
    {
        Id = Id,
        Seq = 100,
        Rules = new PageRules(StandardScales.FivePoint, AttendancePresets.Default, EditWindows.Default, AbsencesWaitForRoll: true, [], []),
        Students = new[]
        {
            Student(Anna, ClassA),
            Student(Boris, ClassB),
            Late(Newcomer),
            Gone(Leaver),
            Changed(Mover),
        }.ToImmutableDictionary(s => s.Id),
        Lessons = new[] { Old, Monday, Now, Ahead, Cancelled, Moved, CancelledAhead }.ToImmutableDictionary(lesson => lesson.Id),
        Works = Works(),
        Marks = ImmutableDictionary<(WorkId, StudentId), MarkCell>.Empty,
        Attendance = ImmutableDictionary<(LessonId, StudentId), AttendanceCell>.Empty,
        Reasons = ImmutableDictionary<(LessonId, StudentId), ReasonCell>.Empty,
        Rolls = ImmutableDictionary<LessonId, LessonStamp>.Empty,
        Carried = [new CarriedMark(Newcomer, new(8), new(2026, 11, 9), Answer.Id, 100, CellValue.Of(4))],
    };

    /// <summary>Both classes have closed the term, or one of them.</summary>
    public static readonly JournalPage Closed = Page with
    {
        Rules = Page.Rules with { Closed = [ClosedTerm.Whole(ClassA), ClosedTerm.Whole(ClassB)] },
    };
    public static readonly JournalPage ClosedForA = Page with { Rules = Page.Rules with { Closed = [ClosedTerm.Whole(ClassA)] } };

    public static readonly JournalPage ClosedForB = Page with { Rules = Page.Rules with { Closed = [ClosedTerm.Whole(ClassB)] } };

    public static WorkId Default(Lesson lesson) => new(lesson.Id.Value);

    public static JournalPage WithMark(WorkId work, StudentId student, CellValue value, long version = 50) =>
        WithMark(Page, work, student, value, version);

    public static JournalPage WithMark(JournalPage page, WorkId work, StudentId student, CellValue value, long version = 50) =>
        page with
        {
            Marks = page.Marks.SetItem((work, student), new MarkCell(value, version, Author, Moment)),
        };

    public static JournalPage WithAbsence(JournalPage page, Lesson lesson, StudentId student, int code, long version = 50) =>
        page with
        {
            Attendance = page.Attendance.SetItem(
                (lesson.Id, student),
                new AttendanceCell(new AttendanceValue(new(code), null), version, Author, Moment)
            ),
        };

    public static JournalPage WithoutMarks(MarksOff rule) => Page with { Rules = Page.Rules with { MarksOff = [rule] } };

    public static Committed At(long seq, JournalEvent fact) => new(seq, Moment, Author, fact);

    private static Lesson Lesson(int id, DateOnly date, LessonStatus status = LessonStatus.Planned) =>
        new(new(id), date, 1, status, [], null, null);

    private static PageStudent Student(StudentId id, ClassId schoolClass) =>
        new(id, [new GroupStay(schoolClass, new DaySpan(new DateOnly(2026, 9, 1), null))]);

    private static PageStudent Late(StudentId id) => new(id, [new GroupStay(ClassA, new DaySpan(new DateOnly(2026, 11, 18), null))]);

    private static PageStudent Gone(StudentId id) =>
        new(id, [new GroupStay(ClassA, new DaySpan(new DateOnly(2026, 9, 1), new DateOnly(2026, 11, 17)))]);

    private static PageStudent Changed(StudentId id) =>
        new(
            id,
            [
                new GroupStay(ClassA, new DaySpan(new DateOnly(2026, 9, 1), new DateOnly(2026, 11, 17))),
                new GroupStay(ClassB, new DaySpan(new DateOnly(2026, 11, 18), null)),
            ]
        );

    private static ImmutableDictionary<WorkId, PageWork> Works() =>
        Enumerable
            .Range(1, 7)
            .Select(id => new Work(new(id), new(id), Answer.Id, 100, null, 0, IsDefault: true, null, Shown: true))
            .Append(new Work(MondayTest, Monday.Id, Test.Id, 300, "Дроби", 1, IsDefault: false, null, Shown: true))
            .Append(new Work(HiddenTest, Monday.Id, Test.Id, 300, "Уравнения", 2, IsDefault: false, null, Shown: false))
            .ToImmutableDictionary(work => work.Id, work => new PageWork(work, 40));
}
