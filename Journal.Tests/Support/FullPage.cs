using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.School;
using Journal.Core.Writing;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Support;

/// <summary>The small school with a class more: 34 students × 40 lessons of history, all of them past and open, nothing typed yet.</summary>
public sealed class FullPage : ApiSchool
{
    public const int Height = 34;
    public const int Width = 40;

    public static readonly CourseId History = new(10);
    public static readonly PageId Page = new(History, Quarter2);

    private static readonly ClassId Class9A = new(10);
    private static readonly GroupId Whole9A = new(10);
    private static readonly DateOnly FirstDay = new(2026, 11, 9);

    public static StudentId Student(int row) => new(101 + row);

    public static WorkId Work(int column) => new(101 + column);

    public static LessonId Lesson(int column) => new(101 + column);

    public JournalPage Now => Get<JournalPages>().Read(Page)!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var start = new DateTimeOffset(YearStart, new TimeOnly(6, 0), TimeSpan.Zero);
        await Writer.Bulk(Guid.CreateVersion7(), Facts().Select(fact => new DatedFact(start, Administrator.Person, fact)));
    }

    /// <summary>What every cell of the page holds, row by row.</summary>
    public string[][] Marks()
    {
        var page = Now;
        return
        [
            .. Enumerable.Range(0, Height).Select(row => Enumerable.Range(0, Width).Select(column => Mark(page, row, column)).ToArray()),
        ];
    }

    public string[] Column(int column) => [.. Marks().Select(row => row[column])];

    /// <summary>A mark in every cell, the same ones each time.</summary>
    public Task Fill() =>
        Writer.Submit(
            [
                .. from row in Enumerable.Range(0, Height)
                from column in Enumerable.Range(0, Width)
                select Put(row, column, ((row + column) % 4 + 2).ToString(CultureInfo.InvariantCulture)),
            ],
            SmallSchoolFacts.Teacher,
            atomic: true
        );

    /// <summary>A mark into a cell nobody has touched.</summary>
    public static SetMark Put(int row, int column, string value, long expected = 0) =>
        new(History, Work(column), Student(row), value, null, null, CommentForFamily: false, expected);

    /// <summary>A mark over whatever the cell holds now.</summary>
    public SetMark PutNow(int row, int column, string value) => Put(row, column, value, Now.MarkAt(Work(column), Student(row)).Version);

    /// <summary>Empties what a test before has typed.</summary>
    public async Task Empty()
    {
        var page = Now;
        foreach (var (cell, state) in page.Marks.Where(cell => !cell.Value.Value.IsEmpty))
            await Writer.Submit(
                new SetMark(History, cell.Work, cell.Student, "", null, null, CommentForFamily: false, state.Version),
                SmallSchoolFacts.Teacher
            );
    }

    private static string Mark(JournalPage page, int row, int column) =>
        TypedMark.Text(page.MarkAt(Work(column), Student(row)).Value, page.Rules.Scale);

    private static IEnumerable<JournalEvent> Facts() => [.. Pupils(), .. Course(), .. Lessons()];

    private static IEnumerable<JournalEvent> Pupils()
    {
        yield return new ClassOpened(new(Class9A, new(1), 9, "А", new(1), new(1), new(1)));
        yield return new ClassTeacherAppointed(Class9A, ClassTeacher.Person, YearStart, null);
        yield return new GroupFormed(new(Whole9A, new(1), GroupKind.WholeClass, "9А", [Class9A]));
        for (var row = 0; row < Height; row++)
        {
            yield return new PersonAdded(Student(row).Person)
            {
                Card = new(string.Create(CultureInfo.InvariantCulture, $"Ученик{row + 1:00}"), "Имя", null),
            };
            yield return new ClassJoined(Student(row), Class9A, YearStart, null);
            yield return new GroupJoined(Student(row), Whole9A, Class9A, YearStart, null);
        }

        yield return new GuardianLinked(Parent.Person, Student(0), YearStart);
    }

    private static IEnumerable<JournalEvent> Course()
    {
        yield return new SubjectAdded(new(new(10), "История"));
        yield return new CourseOpened(new(History, new(1), new(10), Whole9A, StandardScales.FivePoint.Id, 300));
        yield return new LoadGiven(History, SmallSchoolFacts.Teacher.Person, YearStart);
        yield return new LoadGiven(History, OtherTeacher.Person, YearStart);
    }

    // Four a day from Monday to Friday, up to today: older ones are closed to a teacher.
    private static IEnumerable<JournalEvent> Lessons()
    {
        for (var column = 0; column < Width; column++)
        {
            var day = column / 4;
            var work = new Work(Work(column), Lesson(column), SmallSchoolFacts.Answer, 100, null, 0, IsDefault: true, null, Shown: true);
            var date = FirstDay.AddDays(day / 5 * 7 + day % 5);
            yield return new LessonScheduled(History, Quarter2, Lesson(column), date, column % 4 + 1, work);
        }
    }
}
