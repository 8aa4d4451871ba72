using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Control;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.Notices;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Core.Remarks;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Access;

/// <summary>Every command × everybody × own and foreign: who may. A command without a row fails.</summary>
public sealed class DoorTests : IAsyncDisposable
{
    private static readonly Actor[] Teaching = [Teacher];
    private static readonly Actor[] TeachingThere = [OtherTeacher];
    private static readonly Actor[] GivingLessons = [Teacher, ClassTeacher, OtherTeacher];
    private static readonly Actor[] Closing = [Director, Deputy];
    private static readonly Actor[] Leading = [ClassTeacher];
    private static readonly Actor[] Regulating = [Director, Deputy, Administrator];
    private static readonly Actor[] Loading = [Deputy, Administrator];
    private static readonly Actor[] Papers = [Administrator, Registrar];
    private static readonly Actor[] Granting = [Director, Administrator];
    private static readonly Actor[] Settling = [Director, Administrator];
    private static readonly Actor[] Nobody = [];

    private readonly SmallSchool _school = new();

    private static IEnumerable<(Command Command, Actor[] Allowed)> Table =>
        [
            (Put("5"), Teaching),
            (Put("5", work: Work8A, student: Stranger) with { Course = Algebra8A }, TeachingThere),
            (Put("5", work: Work8A), Teaching),
            (Put("5", work: WorkToday) with { Course = Algebra8A }, TeachingThere),
            (Put("5") with { Course = new(99) }, Nobody),
            (Absent("н"), Teaching),
            (Absent("н", lesson: Lesson8A) with { Course = Algebra8A }, TeachingThere),
            (Absent("н") with { Course = new(99) }, Nobody),
            (new DeclareRoll(Algebra, LessonToday), Teaching),
            (new DeclareRoll(Algebra8A, Lesson8A), TeachingThere),
            (MakeUp(Algebra, Lesson16, Anna), Teaching),
            (MakeUp(Algebra8A, Lesson8A, Stranger), TeachingThere),
            (MakeUp(new(99), Lesson16, Anna), Nobody),
            (new RecordLesson(Algebra, LessonToday, "Topic", null, null, 0), Teaching),
            (new RecordLesson(Algebra8A, Lesson8A, "Topic", null, null, 0), TeachingThere),
            (new RecordLesson(new(99), Lesson8A, "Topic", null, null, 0), Nobody),
            (new SetHomework(Algebra, LessonToday, null, "№ 5", HomeworkDetails.None, null, null, 0), Teaching),
            (new SetHomework(Algebra8A, Lesson8A, null, "№ 5", HomeworkDetails.None, null, null, 0), TeachingThere),
            (new SetHomework(Algebra8A, LessonToday, null, "№ 5", HomeworkDetails.None, null, null, 0), TeachingThere),
            (new RecordBriefing(Algebra, LessonToday, "№ 3", 0), Teaching),
            (new RecordBriefing(Algebra8A, Lesson8A, "№ 3", 0), TeachingThere),
            (new TakeLesson(Algebra, LessonToday), GivingLessons),
            (new GiveBackLesson(Algebra, LessonToday), GivingLessons),
            (new ArrangeSubstitutions([new(Algebra, LessonToday, 0)], OtherTeacher.Person, SubstitutionKind.Taught, null), Regulating),
            (new RecordTeacherAbsence(null, Teacher.Person, Today, Today, TeacherAbsenceCause.Ill, null, 0), Regulating),
            (new RevokeTeacherAbsence(new(1), 0), Regulating),
            (new OrderDay(Today, [Class7B], DayMode.NoLessons, "№ 1", "Мороз"), Regulating),
            (new RevokeDayOrder(new(1), 0), Regulating),
            (new MoveLesson(Algebra, LessonAhead, Today, 1, 0), Regulating),
            (new ChangeTimetable(Today, null, [1], [], ""), Regulating),
            (new PlaceRooms("Корпус 2", ["201"]), Regulating),
            (new AddWork(Algebra, LessonToday, SmallSchoolFacts.Test, null, null, null, Shown: true), Teaching),
            (new AddWork(Algebra8A, Lesson8A, SmallSchoolFacts.Test, null, null, null, Shown: true), TeachingThere),
            (new ChangeWork(Algebra, WorkToday, SmallSchoolFacts.Test, 100, null, null, Shown: true, 0), Teaching),
            (new ChangeWork(Algebra8A, Work8A, SmallSchoolFacts.Test, 100, null, null, Shown: true, 0), TeachingThere),
            (new RemoveWork(Algebra, WorkToday, 0), Teaching),
            (new RemoveWork(Algebra8A, Work8A, 0), TeachingThere),
            (new RestoreWork(Algebra, WorkToday, 0), Teaching),
            (new RestoreWork(Algebra8A, Work8A, 0), TeachingThere),
            (new SetPlan(Algebra, [], 0), [Deputy, Administrator, Teacher]),
            (new SetPlan(Algebra8A, [], 0), [Deputy, Administrator, OtherTeacher]),
            (new SetPlan(new(99), [], 0), Nobody),
            (new ApprovePlan(Algebra, 0), Closing),
            (new ApprovePlan(Algebra8A, 0), Closing),
            (new ExplainAbsences(Anna, [new(Algebra, LessonToday, 0)], new(2), null), Leading),
            (new ExplainAbsences(Stranger, [new(Algebra8A, Lesson8A, 0)], new(2), null), Nobody),
            (Remark(Anna, Algebra, LessonToday), Teaching),
            (Remark(Stranger, Algebra8A, Lesson8A), TeachingThere),
            (Remark(Anna, null, null), Leading),
            (Remark(Stranger, null, null), Nobody),
            (Remark(Anna, Algebra, null), Nobody),
            (Remark(Anna, new(99), LessonToday), Nobody),
            (new CorrectRemark(new(1), RemarkKind.Note, "x", 0), Teaching),
            (new CorrectRemark(new(2), RemarkKind.Note, "x", 0), Leading),
            (new CorrectRemark(new(99), RemarkKind.Note, "x", 0), Nobody),
            (new WithdrawRemark(new(1), 0), Teaching),
            (new WithdrawRemark(new(2), 0), Leading),
            (new WithdrawRemark(new(99), 0), Nobody),
            (new TellAbsence(Anna, Today, Today, NoticeReason.Ill, null, null), [Parent]),
            (new TellAbsence(Stranger, Today, Today, NoticeReason.Ill, null, null), Nobody),
            (new WithdrawNotice(new(1)), [Parent]),
            (new WithdrawNotice(new(99)), Nobody),
            (new AnswerNotice(Anna, new(1), Confirmed: false, null, null, "x", 0), Leading),
            (new AnswerNotice(Stranger, new(1), Confirmed: false, null, null, "x", 0), Nobody),
            (new ReportOmissions(Class7B, [], null), Leading),
            (new ReportOmissions(Class8A, [], null), Nobody),
            (new SettleReport(new(1), null), Regulating),
            (new AdoptRegulation(new(Today, "1", Today, []), 0), Regulating),
            (new LockTerm(Quarter2, Class7B), Closing),
            (new UnlockTerm(Quarter2, Class7B), Closing),
            (new GiveLoad(Algebra, Teacher.Person, Today), Loading),
            (new EndLoad(Algebra, Teacher.Person, Today), Loading),
            (new JoinGroup(Anna, English2, Today), Papers),
            (new LeaveGroup(Anna, English1, Today), Papers),
            (new AddPerson(new PersonCard("Ф", "И", null)), Papers),
            (new LinkGuardian(Parent.Person, Boris, Today), Papers),
            (new UnlinkGuardian(Parent.Person, Anna, Today), Papers),
            (new GrantRole(Parent.Person, Role.Director, Today), Granting),
            (new RevokeRole(Director.Person, Role.Director, Today), Granting),
            (new ChangeSettings(SchoolSettings.Default, 0), Settling),
            (new FoundSchool(new PersonCard("Ф", "И", null), Today), Nobody),
        ];

    private static RecordMakeUp MakeUp(CourseId course, LessonId lesson, StudentId student) =>
        new(course, lesson, student, "5", Today, null, 0);

    private static Actor[] Everybody =>
        [
            Director,
            Deputy,
            Administrator,
            Technician,
            Registrar,
            Teacher,
            ClassTeacher,
            OtherTeacher,
            Parent,
            OtherParent,
            new(Anna.Person),
            new(Stranger.Person),
            new(new PersonId(999)),
            default,
        ];

    public static TheoryData<string> Commands => [.. Types().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_is_given_by_those_who_may_and_by_nobody_else(string name)
    {
        // The first remark stands in a lesson, the second one under a day.
        await _school.Writer.Submit(Remark(Anna, Algebra, LessonToday), Teacher);
        await _school.Writer.Submit(Remark(Anna, null, null), ClassTeacher);
        await _school.Writer.Submit(new TellAbsence(Anna, Today, Today, NoticeReason.Ill, null, null), Parent);
        var rows = Table.Where(row => row.Command.GetType().Name == name).ToArray();
        Assert.NotEmpty(rows);
        using var connection = _school.File.Open();
        using var data = new LaneData(connection);
        foreach (var (command, allowed) in rows)
        {
            var may = Everybody.Where(actor => May(command, actor, data));

            Assert.Equal(allowed.Select(actor => actor.Person), may.Select(actor => actor.Person));
        }
    }

    [Fact]
    public void Every_command_is_in_the_book() =>
        Assert.Equal(Types().Select(type => type.Name).Order(), _school.Get<CommandBook>().Types.Select(type => type.Name).Order());

    [Fact]
    public async Task What_is_forbidden_is_refused_without_a_fact_and_changes_nothing()
    {
        var page = _school.Algebra;

        var foreign = await _school.Writer.Submit(Put("5"), OtherParent);
        var missing = await _school.Writer.Submit(Put("5", work: new(12345)) with { Course = new(99) }, OtherParent);

        Assert.Equal(new Refused(new Forbidden()), foreign);
        Assert.Equal(foreign, missing);
        Assert.Same(page, _school.Algebra);
    }

    [Fact]
    public async Task A_command_nobody_has_placed_is_refused_to_everybody()
    {
        var hook = new LaneHook();
        await using var school = new SmallSchool(hook.Into);

        foreach (var actor in Everybody)
            Assert.Equal(new Refused(new Forbidden()), await school.Writer.Submit(new Unplaced("wish"), actor));
    }

    [Fact]
    public async Task Who_knocks_with_a_removed_column_is_refused_like_with_any_other()
    {
        await _school.Submit(new AddWork(Algebra, LessonToday, SmallSchoolFacts.Test, null, null, null, Shown: true));
        var added = _school.Algebra.Works.Values.Single(work => !work.Work.IsDefault);
        await _school.Submit(new RemoveWork(Algebra, added.Work.Id, added.Version));

        Assert.Equal(new Refused(new UnknownWork(added.Work.Id)), await _school.Submit(Put("5", work: added.Work.Id)));
        Assert.Equal(new Refused(new Forbidden()), await _school.Writer.Submit(Put("5", work: added.Work.Id), ClassTeacher));
        Assert.Equal(new Refused(new Forbidden()), await _school.Writer.Submit(Put("5", work: added.Work.Id), Parent));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private static IEnumerable<Type> Types() =>
        typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract);

    private static WriteRemark Remark(StudentId student, CourseId? course, LessonId? lesson) =>
        new(student, course, lesson, null, RemarkKind.Note, "x");

    private bool May(Command command, Actor actor, LaneData data) =>
        _school.Get<IGuard>().Check(command, new Operation(actor, _school.Clock.GetUtcNow(), Today, new(10, 0), data)) is null;
}
