using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;

namespace Journal.Tests.Support;

/// <summary>Class 7Б with algebra for all and English in two subgroups; people by number.</summary>
public static class SmallSchoolFacts
{
    public static readonly DateOnly Today = new(2026, 11, 20);
    public static readonly DateOnly YearStart = new(2026, 9, 1);

    public static readonly Actor Director = new(new PersonId(1));
    public static readonly Actor Deputy = new(new PersonId(2));
    public static readonly Actor Administrator = new(new PersonId(3));
    public static readonly Actor Technician = new(new PersonId(4));
    public static readonly Actor Registrar = new(new PersonId(5));
    public static readonly Actor Teacher = new(new PersonId(6));
    public static readonly Actor ClassTeacher = new(new PersonId(7));
    public static readonly Actor OtherTeacher = new(new PersonId(8));
    public static readonly Actor Parent = new(new PersonId(9));
    public static readonly Actor OtherParent = new(new PersonId(10));

    public static readonly StudentId Anna = new(21);
    public static readonly StudentId Boris = new(22);
    public static readonly StudentId Vera = new(23);

    /// <summary>Came on 10 November.</summary>
    public static readonly StudentId Newcomer = new(24);

    /// <summary>Of another class and course.</summary>
    public static readonly StudentId Stranger = new(25);

    public static readonly ClassId Class7B = new(1);
    public static readonly ClassId Class8A = new(2);
    public static readonly GroupId Whole7B = new(1);
    public static readonly GroupId English1 = new(2);
    public static readonly GroupId English2 = new(3);
    public static readonly GroupId Whole8A = new(4);
    public static readonly CourseId Algebra = new(1);
    public static readonly CourseId EnglishOfFirst = new(2);
    public static readonly CourseId EnglishOfSecond = new(3);
    public static readonly CourseId Algebra8A = new(4);
    public static readonly TermId Quarter1 = new(1);
    public static readonly TermId Quarter2 = new(2);
    public static readonly PageId AlgebraPage = new(Algebra, Quarter2);
    public static readonly PageId EnglishPage = new(EnglishOfFirst, Quarter2);
    public static readonly WorkTypeId Answer = new(1);
    public static readonly WorkTypeId Test = new(2);

    /// <summary>Lessons of algebra: 9, 16 and 20 November, and one of tomorrow's week.</summary>
    public static readonly LessonId Lesson9 = new(1);
    public static readonly LessonId Lesson16 = new(2);
    public static readonly LessonId LessonToday = new(3);
    public static readonly LessonId LessonAhead = new(4);
    public static readonly WorkId Work9 = new(1);
    public static readonly WorkId Work16 = new(2);
    public static readonly WorkId WorkToday = new(3);
    public static readonly WorkId WorkAhead = new(4);

    /// <summary>English of the first and the second subgroup, 11 November; algebra of 8А, 16 November.</summary>
    public static readonly WorkId EnglishWork1 = new(5);
    public static readonly WorkId EnglishWork2 = new(6);
    public static readonly WorkId Work8A = new(7);
    public static readonly LessonId EnglishLesson1 = new(5);
    public static readonly LessonId Lesson8A = new(7);

    public static SetMark Put(string value, long expected = 0, WorkId? work = null, StudentId? student = null) =>
        new(Algebra, work ?? WorkToday, student ?? Anna, value, null, null, CommentForFamily: false, expected);

    public static SetAttendance Absent(string value, long expected = 0, LessonId? lesson = null, StudentId? student = null) =>
        new(Algebra, lesson ?? LessonToday, student ?? Anna, value, expected);

    public static IEnumerable<DatedFact> All()
    {
        var start = new DateTimeOffset(YearStart, new TimeOnly(6, 0), TimeSpan.Zero);
        return Facts().Select(fact => new DatedFact(start, Administrator.Person, fact));
    }

    private static IEnumerable<JournalEvent> Facts() => [.. Frame(), .. People(), .. Groups(), .. Courses(), .. Lessons()];

    private static IEnumerable<JournalEvent> Frame()
    {
        yield return new SettingsChanged(null, SchoolSettings.Default with { Name = "Школа № 1" });
        yield return new YearOpened(new(1), "2026/27", YearStart, new(2027, 5, 26));
        yield return new TermSetAdded(new(1), new(1), "Четверти");
        yield return new TermAdded(Quarter1, new(1), 1, "1 четверть", YearStart, new(2026, 10, 25));
        yield return new TermAdded(Quarter2, new(1), 2, "2 четверть", new(2026, 11, 2), new(2026, 12, 27));
        yield return new HolidaySetAdded(new(1), new(1), "Все классы");
        yield return new HolidayAdded(new(1), "Осенние каникулы", new(2026, 10, 26), new(2026, 11, 1));
        yield return new BellScheduleAdded(new(1), "Первая смена");
        yield return new BellAdded(new(1), 1, new(8, 30), new(9, 15));
        yield return new ScaleAdded(StandardScales.FivePoint);
        foreach (var code in AttendancePresets.Default)
            yield return new AttendanceCodeAdded(code);
        yield return new WorkTypeAdded(new(Answer, "Ответ на уроке", "", 100));
        yield return new WorkTypeAdded(new(Test, "Контрольная работа", "К", 300));
        yield return new SubjectAdded(new(new(1), "Алгебра"));
        yield return new SubjectAdded(new(new(2), "Английский язык"));
    }

    private static IEnumerable<JournalEvent> People()
    {
        for (var id = 1; id <= 25; id++)
            yield return new PersonAdded(new(id)) { Card = new($"Фамилия{id}", $"Имя{id}", null) };
        yield return new RoleGranted(Director.Person, Role.Director, YearStart);
        yield return new RoleGranted(Deputy.Person, Role.Deputy, YearStart);
        yield return new RoleGranted(Administrator.Person, Role.Administrator, YearStart);
        yield return new RoleGranted(Technician.Person, Role.Technician, YearStart);
        yield return new RoleGranted(Registrar.Person, Role.Registrar, YearStart);
        yield return new RoleGranted(Teacher.Person, Role.Teacher, YearStart);
        yield return new RoleGranted(ClassTeacher.Person, Role.Teacher, YearStart);
        yield return new RoleGranted(OtherTeacher.Person, Role.Teacher, YearStart);
        yield return new GuardianLinked(Parent.Person, Anna, YearStart);
        yield return new GuardianLinked(OtherParent.Person, Boris, YearStart);
    }

    private static IEnumerable<JournalEvent> Groups()
    {
        yield return new ClassOpened(new(Class7B, new(1), 7, "Б", new(1), new(1), new(1)));
        yield return new ClassOpened(new(Class8A, new(1), 8, "А", new(1), new(1), new(1)));
        yield return new ClassTeacherAppointed(Class7B, ClassTeacher.Person, YearStart, null);
        yield return new GroupFormed(new(Whole7B, new(1), GroupKind.WholeClass, "7Б", [Class7B]));
        yield return new GroupFormed(new(English1, new(1), GroupKind.Subgroup, "7Б англ. 1", [Class7B]));
        yield return new GroupFormed(new(English2, new(1), GroupKind.Subgroup, "7Б англ. 2", [Class7B]));
        yield return new GroupFormed(new(Whole8A, new(1), GroupKind.WholeClass, "8А", [Class8A]));
        foreach (var student in new[] { Anna, Boris, Vera })
        {
            yield return new ClassJoined(student, Class7B, YearStart, null);
            yield return new GroupJoined(student, Whole7B, Class7B, YearStart, null);
            yield return new GroupJoined(student, student == Vera ? English2 : English1, Class7B, YearStart, null);
        }

        yield return new ClassJoined(Newcomer, Class7B, new(2026, 11, 10), null);
        yield return new GroupJoined(Newcomer, Whole7B, Class7B, new(2026, 11, 10), null);
        yield return new ClassJoined(Stranger, Class8A, YearStart, null);
        yield return new GroupJoined(Stranger, Whole8A, Class8A, YearStart, null);
    }

    private static IEnumerable<JournalEvent> Courses()
    {
        yield return new CourseOpened(new(Algebra, new(1), new(1), Whole7B, StandardScales.FivePoint.Id, 300));
        yield return new CourseOpened(new(EnglishOfFirst, new(1), new(2), English1, StandardScales.FivePoint.Id, 300));
        yield return new CourseOpened(new(EnglishOfSecond, new(1), new(2), English2, StandardScales.FivePoint.Id, 300));
        yield return new CourseOpened(new(Algebra8A, new(1), new(1), Whole8A, StandardScales.FivePoint.Id, 300));
        yield return new LoadGiven(Algebra, Teacher.Person, YearStart);
        yield return new LoadGiven(EnglishOfFirst, OtherTeacher.Person, YearStart);
        yield return new LoadGiven(EnglishOfSecond, OtherTeacher.Person, YearStart);
        yield return new LoadGiven(Algebra8A, OtherTeacher.Person, YearStart);
    }

    private static IEnumerable<JournalEvent> Lessons()
    {
        yield return Scheduled(Algebra, Lesson9, Work9, new(2026, 11, 9));
        yield return Scheduled(Algebra, Lesson16, Work16, new(2026, 11, 16));
        yield return Scheduled(Algebra, LessonToday, WorkToday, Today);
        yield return Scheduled(Algebra, LessonAhead, WorkAhead, new(2026, 11, 23));
        yield return Scheduled(EnglishOfFirst, EnglishLesson1, EnglishWork1, new(2026, 11, 11));
        yield return Scheduled(EnglishOfSecond, new(6), EnglishWork2, new(2026, 11, 11));
        yield return Scheduled(Algebra8A, Lesson8A, Work8A, new(2026, 11, 16));
    }

    private static LessonScheduled Scheduled(CourseId course, LessonId lesson, WorkId work, DateOnly date) =>
        new(course, Quarter2, lesson, date, 2, new Work(work, lesson, Answer, 100, null, 0, IsDefault: true, null, Shown: true));
}
