using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register.Print;

/// <summary>Another course of the small school's second quarter, as large as is asked; its number is that of its ids, too.</summary>
internal sealed record BigCourse(int Number, int Students, int Lessons)
{
    public int WorksOfLesson { get; init; } = 1;

    public int LessonsOfDay { get; init; } = 1;

    /// <summary>Written into every lesson.</summary>
    public string? Topic { get; init; }

    public string? Homework { get; init; }

    /// <summary>Put in every cell; codes of the five-point scale.</summary>
    public CellValue? Mark { get; init; }

    public Func<int, PersonCard> Card { get; init; } = i => new PersonCard($"Фамилия{i:00}", $"Имя{i:00}", null);

    public CourseId Course => new(Number);

    public PageId Page => new(Course, Quarter2);

    public IEnumerable<DatedFact> Facts()
    {
        var start = new DateTimeOffset(YearStart, new TimeOnly(6, 0), TimeSpan.Zero);
        return All().Select(fact => new DatedFact(start, Administrator.Person, fact));
    }

    private IEnumerable<JournalEvent> All() => [.. People(), .. Enumerable.Range(0, Lessons).SelectMany(Lesson)];

    private IEnumerable<JournalEvent> People()
    {
        yield return new GroupFormed(new(new(Number), new(1), GroupKind.WholeClass, "7Б", [Class7B]));
        yield return new CourseOpened(new(Course, new(1), new(1), new(Number), StandardScales.FivePoint.Id, 300));
        yield return new LoadGiven(Course, Teacher.Person, YearStart);
        foreach (var student in Everybody())
        {
            yield return new PersonAdded(student.Person) { Card = Card(student.Value - (1000 * Number)) };
            yield return new ClassJoined(student, Class7B, YearStart, null);
            yield return new GroupJoined(student, new(Number), Class7B, YearStart, null);
        }
    }

    private IEnumerable<JournalEvent> Lesson(int i)
    {
        var lesson = new LessonId((1000 * Number) + i);
        var planned = new Lesson(lesson, Day(i), (i % LessonsOfDay) + 1, LessonStatus.Planned, [], null, null);
        yield return new LessonScheduled(Course, Quarter2, lesson, planned.Date, planned.Number, Column(lesson, 0));
        for (var work = 1; work < WorksOfLesson; work++)
            yield return new WorkAdded(Course, Quarter2, Column(lesson, work));
        if (Topic is not null || Homework is not null)
        {
            var held = planned with { Status = LessonStatus.Held, Teachers = [Teacher.Person], Topic = Topic, Homework = Homework };
            yield return new LessonRecorded(Course, Quarter2, planned, held);
        }

        foreach (var fact in Mark is null ? [] : Marks(lesson))
            yield return fact;
    }

    private IEnumerable<JournalEvent> Marks(LessonId lesson) =>
        from work in Enumerable.Range(0, WorksOfLesson)
        from student in Everybody()
        select new MarkSet(Course, Quarter2, lesson, Column(lesson, work).Id, student, Class7B, CellValue.Empty, Mark!, Shown: true);

    // Six days a week, from Monday, 2 November on.
    private DateOnly Day(int i)
    {
        var day = i / LessonsOfDay;
        return new DateOnly(2026, 11, 2).AddDays((day / 6 * 7) + (day % 6));
    }

    private Work Column(LessonId lesson, int i) =>
        new(
            new((10 * lesson.Value) + i),
            lesson,
            i == 0 ? SmallSchoolFacts.Answer : SmallSchoolFacts.Test,
            i == 0 ? 100 : 300,
            null,
            i,
            IsDefault: i == 0,
            null,
            Shown: i < 2
        );

    private IEnumerable<StudentId> Everybody() => Enumerable.Range(1, Students).Select(i => new StudentId((1000 * Number) + i));
}
