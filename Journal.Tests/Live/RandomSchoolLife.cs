using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Live;

/// <summary>Commands and facts of every kind a page can hear, by several people, the same for the same seed; many of them are wrong.</summary>
internal sealed class RandomSchoolLife(SmallSchool school, int seed)
{
    public static readonly CourseId[] Courses = [Algebra, EnglishOfFirst, EnglishOfSecond, Algebra8A];

    private static readonly StudentId[] Students = [Anna, Boris, Vera, Newcomer, Stranger];
    private static readonly GroupId[] Groups = [Whole7B, English1, English2, Whole8A];
    private static readonly string[] Marks = ["5", "4", "3", "4/5", "2.", ".", "", "зач", "7", "н/а"];
    private static readonly string[] Absences = ["н", "б", "о15", "", "щ"];

    /// <summary>Teaches, and keeps the papers besides: a whole of this person's may hold anything.</summary>
    private static readonly Actor Everything = OtherTeacher;

    private readonly Random _random = new(seed);

    private readonly List<RestoreWork> _removals = [];

    // Downwards: a new column takes the number above the highest.
    private int _numbers = 90_000;

    public static async Task Prepare(SmallSchool school)
    {
        foreach (var role in new[] { Role.Registrar, Role.Deputy, Role.Director })
            await school.Writer.Submit(new GrantRole(Everything.Person, role, YearStart), Administrator);
        await school.Writer.Submit(new GiveLoad(Algebra, Everything.Person, YearStart), Deputy);
        await school.Writer.Record(new ClassTeacherAppointed(Class7B, Everything.Person, YearStart, null));
        // Boris has moved to the other subgroup, and his mark with him.
        var mark = Put("4", work: EnglishWork1, student: Boris) with
        {
            Course = EnglishOfFirst,
        };
        await school.Writer.Submit(mark, Everything);
        await school.Writer.Submit(new LeaveGroup(Boris, English1, new(2026, 11, 12)), Everything);
        await school.Writer.Submit(new JoinGroup(Boris, English2, new(2026, 11, 13)), Everything);
    }

    public async Task Step()
    {
        if (_random.Next(12) == 0)
            await school.Writer.Bulk(Guid.CreateVersion7(), [new DatedFact(school.Clock.GetUtcNow(), Teacher.Person, Fact())]);
        else if (_random.Next(4) == 0)
            await Submit([.. Enumerable.Range(0, _random.Next(2, 6)).Select(_ => Wish())], Everything, atomic: _random.Next(4) > 0);
        else
            await Submit(
                [Wish()],
                One(Teacher, Everything, Everything, Deputy, Registrar, Parent, Teacher, Everything, Everything),
                atomic: false
            );
    }

    private async Task Submit(Command[] commands, Actor actor, bool atomic)
    {
        var answers = await school.Writer.Submit(commands, actor, atomic);
        foreach (var (command, answer) in commands.Zip(answers))
        {
            if (command is RemoveWork gone && answer is Applied removal)
                _removals.Add(new RestoreWork(gone.Course, gone.Work, removal.Seq));
        }
    }

    private Command Wish()
    {
        var (course, page) = Page();
        var student =
            page is { Students.Count: > 0 } && _random.Next(5) > 0 ? One([.. page.Students.Keys.OrderBy(id => id.Value)]) : One(Students);
        var work = page is { Works.Count: > 0 } ? One([.. page.Works.Keys.OrderBy(id => id.Value)]) : Work16;
        var lesson = page is { Lessons.Count: > 0 } ? One([.. page.Lessons.Keys.OrderBy(id => id.Value)]) : Lesson16;
        var date = Today.AddDays(-_random.Next(14));
        return _random.Next(38) switch
        {
            < 13 => new SetMark(
                course,
                work,
                student,
                One(Marks),
                null,
                One("молодец", null, "  "),
                Coin,
                Version(page?.MarkAt(work, student).Version)
            ),
            < 18 => new SetAttendance(course, lesson, student, One(Absences), Version(page?.AttendanceAt(lesson, student).Version)),
            18 => new DeclareRoll(course, lesson),
            < 21 => new AddWork(
                course,
                lesson,
                One(SmallSchoolFacts.Answer, Test),
                One<int?>(null, 200, -5),
                One("Тест", null),
                null,
                Coin
            ),
            < 24 => new ChangeWork(
                course,
                work,
                One(SmallSchoolFacts.Answer, Test),
                One(100, 250),
                One("Ещё", null),
                One<DateOnly?>(null, Today),
                Coin,
                Column(page, work),
                page?.Works.GetValueOrDefault(work)?.Work.IsDefault == false && Coin ? lesson : null
            ),
            24 when Coin && _removals.Count > 0 => _removals[_random.Next(_removals.Count)] with { CommandId = Guid.CreateVersion7() },
            24 => new RemoveWork(course, work, Column(page, work)),
            25 => new JoinGroup(student, One(Groups), date),
            26 => new LeaveGroup(student, One(Groups), date),
            27 when Coin => new LockTerm(One(Quarter1, Quarter2), One(Class7B, Class8A)),
            27 or 28 => new UnlockTerm(One(Quarter1, Quarter2), One(Class7B, Class8A)),
            29 or 30 or 31 => new RecordLesson(
                course,
                lesson,
                One("Дроби", "Уравнения", null, " "),
                One("№ 5", "", null),
                One<LessonStatus?>(null, null, LessonStatus.Planned, LessonStatus.Covered),
                Version(page?.RecordOf(lesson).Version)
            ),
            32 when Coin => new ChangeSettings(
                school.Roster.Settings with
                {
                    Name = One("Школа", "Лицей", ""),
                    Windows = One(EditWindows.Default, new EditWindows(10, 10, 10)),
                },
                Version(school.Roster.SettingsVersion)
            ),
            34 or 35 when Missed(page) is [_, ..] missed => Explain(course, One(missed), page!),
            34 or 35 => new SetAttendance(course, lesson, student, "н", Version(page?.AttendanceAt(lesson, student).Version)),
            36 => Own(course, lesson, page),
            37 => ForSome(course, lesson, page),
            32 => new GiveLoad(course, One(Teacher, ClassTeacher).Person, date),
            _ => new EndLoad(course, ClassTeacher.Person, date),
        };
    }

    private SetHomework Own(CourseId course, LessonId lesson, JournalPage? page) =>
        new(
            course,
            lesson,
            null,
            One("§ 5", "**№ 6**", "", null),
            Details(),
            null,
            _random.Next(10) == 0 ? "другое" : page?.Lessons.GetValueOrDefault(lesson)?.Homework,
            Version(page?.OwnTaskOf(lesson)?.Stamp.Version)
        );

    private SetHomework ForSome(CourseId course, LessonId lesson, JournalPage? page)
    {
        var known = One<PageTask?>(null, page?.Shape.TasksOf(lesson).FirstOrDefault(one => one.Task.IsForSome));
        StudentId[] students = [.. Students.Where(_ => Coin)];
        return new(
            course,
            lesson,
            known?.Task.Id,
            One("карточка", "другая", null),
            Details(),
            students,
            null,
            Version(known?.Stamp.Version)
        );
    }

    private HomeworkDetails Details() =>
        One(
            HomeworkDetails.None,
            HomeworkDetails.None with
            {
                Minutes = One<int?>(20, 30, 0),
            },
            HomeworkDetails.None with
            {
                Due = Today.AddDays(3),
            }
        );

    private static (LessonId Lesson, StudentId Student)[] Missed(JournalPage? page) =>
        page is null
            ? []
            :
            [
                .. page
                    .Attendance.Where(cell => !cell.Value.Value.IsEmpty)
                    .Select(cell => cell.Key)
                    .OrderBy(cell => (cell.Lesson.Value, cell.Student.Value)),
            ];

    private ExplainAbsences Explain(CourseId course, (LessonId Lesson, StudentId Student) missed, JournalPage page) =>
        new(
            missed.Student,
            [new AbsenceAt(course, missed.Lesson, Version(page.Reasons.GetValueOrDefault(missed)?.Version))],
            One<AttendanceCodeId?>(new(2), new(3), new(1), null),
            One("справка", null, " ")
        );

    private JournalEvent Fact()
    {
        var (course, page) = Page();
        var lesson = page is { Lessons.Count: > 0 }
            ? One([.. page.Lessons.Values.OrderBy(one => one.Id.Value)])
            : school.Algebra.Lessons[Lesson16];
        course = page is { Lessons.Count: > 0 } ? course : Algebra;
        var number = _numbers--;
        return _random.Next(8) switch
        {
            0 => new SettingsChanged(null, SchoolSettings.Default with { AbsencesWaitForRoll = Coin }),
            1 => new ReasonSet(
                course,
                Quarter2,
                lesson.Id,
                One(Students),
                Class7B,
                null,
                One(null, new AbsenceReason(new(2), "справка")),
                Coin
            ),
            2 => new LessonScheduled(
                course,
                Quarter2,
                new(number),
                Today,
                3,
                new Work(new(number), new(number), SmallSchoolFacts.Answer, 100, null, 0, true, null, true)
            ),
            3 => new CardPlaced(new TimetableCard(number, course, DayOfWeek.Monday, 2, WeekKind.Every, null, YearStart, null)),
            4 => new MarksOffSet(new MarksOff(course.Value, course, null, Vera, Today, null)),
            5 => new WorkTypeAdded(new WorkType(new(number), "Вид", "", 100)),
            _ => new LessonRecorded(
                course,
                Quarter2,
                lesson,
                lesson with
                {
                    Topic = $"Тема {number}",
                    Teachers = One<ImmutableArray<PersonId>>([Teacher.Person], [Everything.Person, Teacher.Person]),
                    Status = _random.Next(8) == 0 ? LessonStatus.Cancelled : One(LessonStatus.Held, LessonStatus.Covered),
                }
            ),
        };
    }

    private (CourseId Course, JournalPage? Page) Page()
    {
        var course = One(Courses);
        return (course, school.Pages.Read(new PageId(course, Quarter2)));
    }

    private bool Coin => _random.Next(2) == 0;

    private long Version(long? known) => _random.Next(10) == 0 ? 1 : known ?? 0;

    private long Column(JournalPage? page, WorkId work) => Version(page?.Works.GetValueOrDefault(work)?.Version);

    private T One<T>(params T[] all) => all[_random.Next(all.Length)];
}
