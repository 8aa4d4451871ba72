using System.Net.Http.Json;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Control;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Homework.Storage;
using Journal.Core.Lessons;
using Journal.Core.Live;
using Journal.Core.Notices;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Remarks;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Api;

/// <param name="For">Who may, with an object of the small school's teacher or of Anna; null in it is nobody in particular.</param>
public sealed record RouteRow(Func<HttpRequestMessage> Own, string?[] For)
{
    public Func<HttpRequestMessage>? Foreign { get; init; }

    public Func<HttpRequestMessage>? Missing { get; init; }

    public string?[] ForeignFor { get; init; } = [];

    /// <summary>Who may see that the foreign object is there, without being allowed this.</summary>
    public string?[] Known { get; init; } = [];

    public bool EndsSession { get; init; }
}

/// <summary>A page for people by its address: whoever may not see it is told that there is none.</summary>
public sealed record PageRow(string Own, string?[] For)
{
    public string? Foreign { get; init; }

    public string? Missing { get; init; }

    public string[] ForeignFor { get; init; } = [];
}

public sealed record CommandRow(string Name, string[] For, Func<Command> Own, Func<Command>? Foreign = null, params string[] ForeignFor);

public sealed record ReadingRow(
    string[] For,
    Func<ApiSchool, PersonId, Task<bool>> Own,
    string[] ForeignFor,
    Func<ApiSchool, PersonId, Task<bool>> Foreign
);

/// <summary>Who may do what (R1–R6). Objects: algebra of 7Б and Anna are "own", algebra of 8А and its student are "foreign".</summary>
public static class RightsTable
{
    private static readonly string[] Heads = ["director", "deputy", "admin"];
    private static readonly string[] Working = [.. Heads, "registrar", "technician", "teacher", "class-teacher", "other-teacher"];
    private static readonly string[] GivingLessons = ["teacher", "class-teacher", "other-teacher"];
    private static readonly string[] SignedIn = [.. ApiSchool.People.Keys];
    private static readonly string?[] Anybody = [null, .. SignedIn];
    private static readonly string[] CourseReaders = [.. Heads, "teacher", "class-teacher"];
    private static readonly string[] ForeignReaders = [.. Heads, "other-teacher"];
    private static readonly string[] AnnasReaders = [.. Heads, "class-teacher", "parent", "student"];
    private static readonly string[] Families7B = ["parent", "other-parent", "student"];
    private static readonly string[] StrangersReaders = [.. Heads, "stranger"];
    private static readonly Type NoEndpointOfOurs = typeof(StaticAssetDescriptor);

    public static readonly IReadOnlyDictionary<string, string[]> Audiences = new Dictionary<string, string[]>
    {
        ["school"] = SignedIn,
        ["course/1"] = CourseReaders,
        ["course/4"] = ForeignReaders,
        ["course/999"] = [],
        ["class/1"] = [.. Heads, "class-teacher"],
        ["class/2"] = Heads,
        ["class/999"] = [],
        ["student/21"] = AnnasReaders,
        ["student/22"] = [.. Heads, "class-teacher", "other-parent"],
        ["student/25"] = StrangersReaders,
        // A person, but no student.
        ["student/9"] = [],
        ["student/999"] = [],
        ["person/9"] = ["parent"],
        ["person/10"] = ["other-parent"],
        ["person/999"] = [],
        // Goes with a student; nobody follows it by itself.
        ["lessons/1"] = [],
        ["lessons/999"] = [],
    };

    public static readonly IReadOnlyDictionary<string, RouteRow> Routes = new Dictionary<string, RouteRow>
    {
        ["GET /health"] = Get("health", Anybody),
        // By a key of its own and by no session; here there is none, and so no such address.
        ["ANY /metrics"] = Get("metrics", []),
        ["GET /openapi/{documentName}.json"] = Get("openapi/v1.json", Anybody),
        ["POST /api/v1/sign-in"] = new(() => Post("api/v1/sign-in", new { }), Anybody),
        ["POST /api/v1/sign-out"] = new(() => Post("api/v1/sign-out", new { }), SignedIn) { EndsSession = true },
        ["GET /api/v1/me"] = Get("api/v1/me", SignedIn),
        ["GET /api/v1/courses/{course:int}/page"] = Get("api/v1/courses/{0}/page", CourseReaders, ForeignReaders, 1, 4),
        ["GET /api/v1/courses/{course:int}/plan"] = Get("api/v1/courses/{0}/plan", CourseReaders, ForeignReaders, 1, 4),
        ["PUT /api/v1/courses/{course:int}/plan"] = OfPlan(
            course => Request(HttpMethod.Put, $"api/v1/courses/{course}/plan", Hourless),
            ["teacher", "deputy", "admin"],
            ["other-teacher", "deputy", "admin"]
        ),
        ["POST /api/v1/courses/{course:int}/plan/approve"] = OfPlan(
            course => Post($"api/v1/courses/{course}/plan/approve", new { commandId = ApproveId, expected = 77_777 }),
            ["director", "deputy"],
            ["director", "deputy"]
        ),
        ["POST /api/v1/courses/{course:int}/plan/dry-run"] = OfPlan(
            course => Post($"api/v1/courses/{course}/plan/dry-run", new { file = "AAAA" }),
            ["teacher", "deputy", "admin"],
            ["other-teacher", "deputy", "admin"]
        ),
        ["GET /api/v1/courses/{course:int}/plan/template"] = PlanFile("template"),
        ["GET /api/v1/courses/{course:int}/plan/workbook"] = PlanFile("workbook"),
        ["GET /api/v1/courses/{course:int}/plan/correction"] = PlanFile("correction"),
        ["POST /api/v1/courses/{course:int}/edits"] = Write(
            HttpMethod.Post,
            "edits",
            (student, work) => ApiPage.Batch(Stale(student, work))
        ),
        ["POST /api/v1/courses/{course:int}/works"] = Write(HttpMethod.Post, "works", (_, work) => Work(work, 5000)),
        ["PUT /api/v1/courses/{course:int}/works/{work:int}"] = Write(HttpMethod.Put, "works/{0}", (_, _) => Change(5000)),
        ["POST /api/v1/courses/{course:int}/works/{work:int}/restore"] = Write(
            HttpMethod.Post,
            "works/{0}/restore",
            (_, _) => new { commandId = RestoreId, expected = 0 }
        ),
        ["DELETE /api/v1/courses/{course:int}/works/{work:int}"] = Write(
            HttpMethod.Delete,
            $"works/{{0}}?commandId={Guid.CreateVersion7()}&expected=0",
            (_, _) => null
        ),
        ["POST /api/v1/courses/{course:int}/lessons/{lesson:int}/roll"] = Write(
            HttpMethod.Post,
            "lessons/{0}/roll",
            (_, _) => new { commandId = RollId }
        ),
        ["GET /api/v1/lessons/{lesson:int}/homework"] = Get("api/v1/lessons/{0}/homework", CourseReaders, ForeignReaders, 1, 7),
        ["PUT /api/v1/courses/{course:int}/lessons/{lesson:int}/homework"] = Write(
            HttpMethod.Put,
            "lessons/{0}/homework",
            (_, _) =>
                new
                {
                    commandId = HomeworkCommand,
                    text = "№ 5",
                    minutes = 0,
                    expected = 0,
                }
        ),
        ["GET /api/v1/students/{student:int}/diary"] = Get("api/v1/students/{0}/diary", AnnasReaders, StrangersReaders, 21, 25),
        ["GET /api/v1/changes"] = Get("api/v1/changes?audience=student/{0}", AnnasReaders, StrangersReaders, 21, 25),
        ["GET /api/v1/cells/history"] = Get("api/v1/cells/history?course={0}&student=21&work=3", CourseReaders, ForeignReaders, 1, 4),
        ["GET /api/v1/school/settings"] = Get("api/v1/school/settings", Heads),
        ["PUT /api/v1/school/settings"] = new(() => Request(HttpMethod.Put, "api/v1/school/settings", Nameless), ["director", "admin"]),
        ["ANY /hubs/live"] = Get("hubs/live", SignedIn),
        ["ANY /hubs/live/negotiate"] = new(() => Post("hubs/live/negotiate?negotiateVersion=1", new { }), SignedIn),
    };

    public static readonly IReadOnlyDictionary<string, PageRow> Pages = new Dictionary<string, PageRow>
    {
        ["/journal"] = new("journal", SignedIn),
        ["/journal/{Course:int}"] = new("journal/1", CourseReaders)
        {
            Foreign = "journal/4",
            Missing = "journal/99999",
            ForeignFor = ForeignReaders,
        },
        ["/journal/{Course:int}/print"] = new("journal/1/print?term=2", CourseReaders)
        {
            Foreign = "journal/4/print?term=2",
            Missing = "journal/99999/print?term=2",
            ForeignFor = ForeignReaders,
        },
        ["/journal/{Course:int}/plan"] = OfCourse("/plan"),
        ["/journal/{Course:int}/plan/correction"] = OfCourse("/plan/correction"),
        ["/roll/{Lesson:int}"] = new("roll/1", CourseReaders)
        {
            Foreign = "roll/7",
            Missing = "roll/99999",
            ForeignFor = ForeignReaders,
        },
        ["/lesson/{Lesson:int}"] = new("lesson/1", CourseReaders)
        {
            Foreign = "lesson/7",
            Missing = "lesson/99999",
            ForeignFor = ForeignReaders,
        },
        ["/substitute"] = new("substitute", GivingLessons),
        ["/school/substitutions"] = new("school/substitutions", Heads),
        ["/school/timetable"] = new("school/timetable", Working),
        ["/school/day-orders"] = new("school/day-orders", Heads),
        ["/school/timetable/change"] = new("school/timetable/change", Heads),
        ["/homework/{Lesson:int}"] = new("homework/1", CourseReaders)
        {
            Foreign = "homework/7",
            Missing = "homework/99999",
            ForeignFor = ForeignReaders,
        },
        ["/class/{Id:int}"] = new("class/1", [.. Heads, "class-teacher"])
        {
            Foreign = "class/2",
            Missing = "class/99999",
            ForeignFor = Heads,
        },
        ["/school/morning"] = new("school/morning", Heads),
        ["/account"] = new("account", SignedIn),
        // R1: numbers of the machine, no marks.
        ["/school/health"] = new("school/health", ["admin", "technician"]),
        // Each one's own diary, or the first child's.
        ["/diary"] = new("diary", ["parent", "other-parent", "student", "stranger"]),
        ["/diary/{Student:int}"] = Diary("", ""),
        // A guardian's alone: the student tells of nothing, and staff have the class's page.
        ["/diary/{Student:int}/absence"] = new("diary/21/absence", ["parent"])
        {
            Foreign = "diary/25/absence",
            Missing = "diary/99999/absence",
        },
        ["/diary/{Student:int}/subjects"] = Diary("/subjects", "/subjects"),
        ["/diary/{Student:int}/subjects/{Course:int}"] = Diary("/subjects/1", "/subjects/4"),
        ["/diary/{Student:int}/marks/{Work:int}"] = Diary("/marks/3", "/marks/7"),
    };

    private static PageRow OfCourse(string path) =>
        new($"journal/1{path}", CourseReaders)
        {
            Foreign = $"journal/4{path}",
            Missing = $"journal/99999{path}",
            ForeignFor = ForeignReaders,
        };

    private static RouteRow PlanFile(string name) => Get($"api/v1/courses/{{0}}/plan/{name}", CourseReaders, ForeignReaders, 1, 4);

    private static PageRow Diary(string own, string foreign) =>
        new($"diary/21{own}", AnnasReaders)
        {
            Foreign = $"diary/25{foreign}",
            Missing = $"diary/99999{foreign}",
            ForeignFor = StrangersReaders,
        };

    public static readonly IReadOnlyList<CommandRow> Commands =
    [
        new(
            nameof(SetMark),
            ["teacher"],
            () => Put("5"),
            () => Put("5", work: Work8A, student: Stranger) with { Course = Algebra8A },
            "other-teacher"
        ),
        new(nameof(SetAttendance), ["teacher"], () => Absent("н"), () => Absent("н") with { Course = Algebra8A }, "other-teacher"),
        new(
            nameof(DeclareRoll),
            ["teacher"],
            () => new DeclareRoll(Algebra, Lesson9),
            () => new DeclareRoll(Algebra8A, Lesson8A),
            "other-teacher"
        ),
        new(
            nameof(ExplainAbsences),
            ["class-teacher"],
            () => new ExplainAbsences(Anna, [new(Algebra, Lesson9, 0)], new(2), "справка"),
            () => new ExplainAbsences(Stranger, [new(Algebra8A, Lesson8A, 0)], new(2), "справка")
        ),
        new(
            nameof(RecordMakeUp),
            ["teacher"],
            () => new RecordMakeUp(Algebra, Lesson9, Anna, "5", SmallSchoolFacts.Today, null, 0),
            () => new RecordMakeUp(Algebra8A, Lesson8A, Stranger, "5", SmallSchoolFacts.Today, null, 0),
            "other-teacher"
        ),
        new(
            nameof(WriteRemark),
            ["teacher"],
            () => new WriteRemark(Anna, Algebra, Lesson9, null, RemarkKind.Note, "x"),
            () => new WriteRemark(Stranger, Algebra8A, Lesson8A, null, RemarkKind.Note, "x"),
            "other-teacher"
        ),
        // Of which there is none: a remark's place is looked up by its number, and tested with the door.
        new(nameof(CorrectRemark), [], () => new CorrectRemark(new(77_777), RemarkKind.Note, "x", 0)),
        new(nameof(WithdrawRemark), [], () => new WithdrawRemark(new(77_777), 0)),
        new(nameof(WithdrawNotice), [], () => new WithdrawNotice(new(77_777))),
        new(
            nameof(TellAbsence),
            ["parent"],
            () => new TellAbsence(Anna, SmallSchoolFacts.Today, SmallSchoolFacts.Today, NoticeReason.Other, null, null),
            () => new TellAbsence(Stranger, SmallSchoolFacts.Today, SmallSchoolFacts.Today, NoticeReason.Other, null, null)
        ),
        new(
            nameof(AnswerNotice),
            ["class-teacher"],
            () => new AnswerNotice(Anna, new(77_777), Confirmed: false, null, null, "x", 0),
            () => new AnswerNotice(Stranger, new(77_777), Confirmed: false, null, null, "x", 0)
        ),
        new(
            nameof(ReportOmissions),
            ["class-teacher"],
            () => new ReportOmissions(Class7B, [], null),
            () => new ReportOmissions(Class8A, [], null)
        ),
        new(nameof(SettleReport), Heads, () => new SettleReport(new(77_777), null)),
        new(
            nameof(RecordLesson),
            ["teacher"],
            () => new RecordLesson(Algebra, Lesson9, "Topic", null, null, 0),
            () => new RecordLesson(Algebra8A, Lesson8A, "Topic", null, null, 0),
            "other-teacher"
        ),
        new(
            nameof(SetHomework),
            ["teacher"],
            () => new SetHomework(Algebra, Lesson9, null, "№ 5", HomeworkDetails.None, null, null, 0),
            () => new SetHomework(Algebra8A, Lesson8A, null, "№ 5", HomeworkDetails.None, null, null, 0),
            "other-teacher"
        ),
        new(nameof(AddWork), ["teacher"], () => Adding(Algebra, Lesson9), () => Adding(Algebra8A, Lesson8A), "other-teacher"),
        new(nameof(ChangeWork), ["teacher"], () => Changing(Algebra, Work9), () => Changing(Algebra8A, Work8A), "other-teacher"),
        new(
            nameof(RemoveWork),
            ["teacher"],
            () => new RemoveWork(Algebra, Work9, 0),
            () => new RemoveWork(Algebra8A, Work8A, 0),
            "other-teacher"
        ),
        new(
            nameof(RestoreWork),
            ["teacher"],
            () => new RestoreWork(Algebra, Work9, 0),
            () => new RestoreWork(Algebra8A, Work8A, 0),
            "other-teacher"
        ),
        new(nameof(LockTerm), ["director", "deputy"], () => new LockTerm(Quarter1, Class7B)),
        new(nameof(UnlockTerm), ["director", "deputy"], () => new UnlockTerm(Quarter1, Class7B)),
        new(nameof(GiveLoad), ["deputy", "admin"], () => new GiveLoad(Algebra, OtherTeacher.Person, SmallSchoolFacts.Today)),
        new(nameof(EndLoad), ["deputy", "admin"], () => new EndLoad(Algebra, SmallSchoolFacts.Teacher.Person, SmallSchoolFacts.Today)),
        new(nameof(JoinGroup), ["registrar", "admin"], () => new JoinGroup(Vera, English1, SmallSchoolFacts.Today)),
        new(nameof(LeaveGroup), ["registrar", "admin"], () => new LeaveGroup(Anna, English1, SmallSchoolFacts.Today)),
        new(nameof(AddPerson), ["registrar", "admin"], () => new AddPerson(new("Новый", "Человек", null))),
        new(nameof(LinkGuardian), ["registrar", "admin"], () => new LinkGuardian(Parent.Person, Vera, SmallSchoolFacts.Today)),
        new(nameof(UnlinkGuardian), ["registrar", "admin"], () => new UnlinkGuardian(Parent.Person, Anna, SmallSchoolFacts.Today)),
        new(nameof(GrantRole), ["director", "admin"], () => new GrantRole(Parent.Person, Role.Director, SmallSchoolFacts.Today)),
        new(nameof(RevokeRole), ["director", "admin"], () => new RevokeRole(Director.Person, Role.Director, SmallSchoolFacts.Today)),
        new(nameof(ChangeSettings), ["director", "admin"], () => new ChangeSettings(SchoolSettings.Default with { Name = "Новая" }, 1)),
        new(
            nameof(SetPlan),
            ["teacher", "deputy", "admin"],
            () => new SetPlan(Algebra, [new("Topic", 1)], 0),
            () => new SetPlan(Algebra8A, [new("Topic", 1)], 0),
            "other-teacher",
            "deputy",
            "admin"
        ),
        new(
            nameof(ApprovePlan),
            ["director", "deputy"],
            () => new ApprovePlan(Algebra, 0),
            () => new ApprovePlan(Algebra8A, 0),
            "director",
            "deputy"
        ),
        new(
            nameof(RecordBriefing),
            ["teacher"],
            () => new RecordBriefing(Algebra, LessonToday, new string('я', 201), 0),
            () => new RecordBriefing(Algebra8A, Lesson8A, new string('я', 201), 0),
            "other-teacher"
        ),
        new(nameof(TakeLesson), GivingLessons, () => new TakeLesson(Algebra, new(99_999))),
        new(nameof(GiveBackLesson), GivingLessons, () => new GiveBackLesson(Algebra, LessonToday)),
        new(
            nameof(ArrangeSubstitutions),
            Heads,
            () => new ArrangeSubstitutions([], OtherTeacher.Person, Core.Courses.SubstitutionKind.Taught, null)
        ),
        new(
            nameof(RecordTeacherAbsence),
            Heads,
            () =>
                new RecordTeacherAbsence(
                    null,
                    Parent.Person,
                    SmallSchoolFacts.Today,
                    SmallSchoolFacts.Today,
                    Core.Courses.TeacherAbsenceCause.Ill,
                    null,
                    0
                )
        ),
        new(nameof(RevokeTeacherAbsence), Heads, () => new RevokeTeacherAbsence(new(1), 0)),
        new(nameof(OrderDay), Heads, () => new OrderDay(SmallSchoolFacts.Today, [], DayMode.NoLessons, "№ 1", "Мороз")),
        new(nameof(MoveLesson), Heads, () => new MoveLesson(Algebra, LessonToday, SmallSchoolFacts.Today, 99, 0)),
        new(nameof(ChangeTimetable), Heads, () => new ChangeTimetable(SmallSchoolFacts.Today, null, [], [], "")),
        new(nameof(PlaceRooms), Heads, () => new PlaceRooms("Корпус 2", [])),
        new(nameof(RevokeDayOrder), Heads, () => new RevokeDayOrder(new(1), 0)),
        new(nameof(AdoptRegulation), Heads, () => new AdoptRegulation(new(SmallSchoolFacts.Today, "№ 1", SmallSchoolFacts.Today, []), 0)),
        new(nameof(FoundSchool), [], () => new FoundSchool(new("Первый", "Человек", null), SmallSchoolFacts.Today)),
    ];

    public static readonly IReadOnlyDictionary<string, ReadingRow> Readings = new Dictionary<string, ReadingRow>
    {
        [nameof(Core.Access.Readings.Page)] = new(
            CourseReaders,
            (school, who) => Task.FromResult(Doors(school).Page(who, Algebra, Quarter2) is not null),
            ForeignReaders,
            (school, who) => Task.FromResult(Doors(school).Page(who, Algebra8A, Quarter2) is not null)
        ),
        [nameof(Core.Access.Readings.Roll)] = new(
            CourseReaders,
            (school, who) => Task.FromResult(Doors(school).Roll(who, Lesson9) is not null),
            ForeignReaders,
            (school, who) => Task.FromResult(Doors(school).Roll(who, Lesson8A) is not null)
        ),
        [nameof(Core.Access.Readings.Homework)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).Homework(who, Lesson9) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).Homework(who, Lesson8A) is not null
        ),
        [nameof(Core.Access.Readings.File)] = new(
            [.. CourseReaders, .. Families7B],
            async (school, who) => await Doors(school).File(who, await File(school, Algebra, Lesson9, Teacher)) is not null,
            [.. ForeignReaders, "stranger"],
            async (school, who) => await Doors(school).File(who, await File(school, Algebra8A, Lesson8A, OtherTeacher)) is not null
        ),
        [nameof(Core.Access.Readings.Content)] = new(
            [.. CourseReaders, .. Families7B],
            async (school, who) => await Has(Doors(school), who, await File(school, Algebra, Lesson9, Teacher)),
            [.. ForeignReaders, "stranger"],
            async (school, who) => await Has(Doors(school), who, await File(school, Algebra8A, Lesson8A, OtherTeacher))
        ),
        [nameof(Core.Access.Readings.HomeworkLoad)] = new(
            CourseReaders,
            (school, who) => Task.FromResult(Loads(school, who, Lesson9)),
            ForeignReaders,
            (school, who) => Task.FromResult(Loads(school, who, Lesson8A))
        ),
        [nameof(Core.Access.Readings.EarlierAbsences)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).EarlierAbsences(who, Lesson9) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).EarlierAbsences(who, Lesson8A) is not null
        ),
        [nameof(Core.Access.Readings.Remarks)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).Remarks(who, Algebra, Anna) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).Remarks(who, Algebra8A, Stranger) is not null
        ),
        [nameof(Core.Access.Readings.ClassRemarks)] = new(
            [.. Heads, "class-teacher"],
            async (school, who) => await Doors(school).ClassRemarks(who, Class7B, SmallSchoolFacts.Today) is not null,
            Heads,
            async (school, who) => await Doors(school).ClassRemarks(who, Class8A, SmallSchoolFacts.Today) is not null
        ),
        [nameof(Core.Access.Readings.RemarkHistory)] = new(
            CourseReaders,
            async (school, who) =>
                await Doors(school).RemarkHistory(who, await Remark(school, Anna, Algebra, Lesson9, Teacher)) is not null,
            ForeignReaders,
            async (school, who) =>
                await Doors(school).RemarkHistory(who, await Remark(school, Stranger, Algebra8A, Lesson8A, OtherTeacher)) is not null
        ),
        [nameof(Core.Access.Readings.Notices)] = new(
            [.. Heads, "class-teacher"],
            async (school, who) => await Doors(school).Notices(who, Class7B, SmallSchoolFacts.Today) is not null,
            Heads,
            async (school, who) => await Doors(school).Notices(who, Class8A, SmallSchoolFacts.Today) is not null
        ),
        [nameof(Core.Access.Readings.UnansweredNotices)] = new(
            ["class-teacher"],
            async (school, who) => await Doors(school).UnansweredNotices(who, Class7B) is not null,
            [],
            async (school, who) => await Doors(school).UnansweredNotices(who, Class8A) is not null
        ),
        [nameof(Core.Access.Readings.ToldAbsences)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).ToldAbsences(who, Lesson9) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).ToldAbsences(who, Lesson8A) is not null
        ),
        [nameof(Core.Access.Readings.Omissions)] = new(
            [.. Heads, "class-teacher"],
            async (school, who) => await Doors(school).Omissions(who, Class7B) is not null,
            Heads,
            async (school, who) => await Doors(school).Omissions(who, Class8A) is not null
        ),
        [nameof(Core.Access.Readings.Reports)] = new(
            Heads,
            async (school, who) => await Doors(school).Reports(who) is not null,
            // There is but one school.
            Heads,
            async (school, who) => await Doors(school).Reports(who) is not null
        ),
        [nameof(Core.Access.Readings.MayEdit)] = new(
            ["teacher"],
            MayEdit(AlgebraPage),
            ["other-teacher"],
            MayEdit(new(Algebra8A, Quarter2))
        ),
        [nameof(Core.Access.Readings.GivenOnly)] = new(
            ["teacher"],
            GivesAll(AlgebraPage),
            ["other-teacher"],
            GivesAll(new(Algebra8A, Quarter2))
        ),
        [nameof(Core.Access.Readings.Lesson)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).Lesson(who, Lesson9) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).Lesson(who, Lesson8A) is not null
        ),
        [nameof(Core.Access.Readings.LessonsToTake)] = new(
            GivingLessons,
            async (school, who) => await Doors(school).LessonsToTake(who) is not null,
            // There is but one school.
            GivingLessons,
            async (school, who) => await Doors(school).LessonsToTake(who) is not null
        ),
        [nameof(Core.Access.Readings.StandIns)] = new(
            Heads,
            async (school, who) => await Doors(school).StandIns(who, SmallSchoolFacts.Today, SmallSchoolFacts.Today) is not null,
            Heads,
            async (school, who) => await Doors(school).StandIns(who, SmallSchoolFacts.Today, SmallSchoolFacts.Today) is not null
        ),
        [nameof(Core.Access.Readings.Timetable)] = new(
            Working,
            async (school, who) => await Doors(school).Timetable(who, new(), SmallSchoolFacts.Today, SmallSchoolFacts.Today) is not null,
            Working,
            async (school, who) => await Doors(school).Timetable(who, new(), SmallSchoolFacts.Today, SmallSchoolFacts.Today) is not null
        ),
        [nameof(Core.Access.Readings.Cards)] = new(
            Heads,
            async (school, who) => await Doors(school).Cards(who, Class7B, SmallSchoolFacts.Today) is not null,
            Heads,
            async (school, who) => await Doors(school).Cards(who, Class8A, SmallSchoolFacts.Today) is not null
        ),
        [nameof(Core.Access.Readings.ClassBuildings)] = new(
            Heads,
            async (school, who) => await Doors(school).ClassBuildings(who, SmallSchoolFacts.Today) is not null,
            Heads,
            async (school, who) => await Doors(school).ClassBuildings(who, SmallSchoolFacts.Today) is not null
        ),
        [nameof(Core.Access.Readings.TryTimetable)] = new(
            Heads,
            async (school, who) => await Doors(school).TryTimetable(who, Nothing) is not null,
            Heads,
            async (school, who) => await Doors(school).TryTimetable(who, Nothing) is not null
        ),
        [nameof(Core.Access.Readings.Candidates)] = new(
            Heads,
            async (school, who) => await Doors(school).Candidates(who, []) is not null,
            Heads,
            async (school, who) => await Doors(school).Candidates(who, []) is not null
        ),
        [nameof(Core.Access.Readings.Diary)] = new(
            AnnasReaders,
            async (school, who) => await Doors(school).Diary(who, Anna, null) is not null,
            StrangersReaders,
            async (school, who) => await Doors(school).Diary(who, Stranger, null) is not null
        ),
        [nameof(Core.Access.Readings.Plan)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).Plan(who, Algebra) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).Plan(who, Algebra8A) is not null
        ),
        [nameof(Core.Access.Readings.PlanCalendar)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).PlanCalendar(who, Algebra) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).PlanCalendar(who, Algebra8A) is not null
        ),
        [nameof(Core.Access.Readings.PlanHistory)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).PlanHistory(who, Algebra) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).PlanHistory(who, Algebra8A) is not null
        ),
        [nameof(Core.Access.Readings.ParallelPlans)] = new(
            ["teacher", "deputy", "admin"],
            async (school, who) => await Doors(school).ParallelPlans(who, Algebra) is not null,
            ["other-teacher", "deputy", "admin"],
            async (school, who) => await Doors(school).ParallelPlans(who, Algebra8A) is not null
        ),
        [nameof(Core.Access.Readings.MarkHistory)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).MarkHistory(who, Algebra, Work9, Anna) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).MarkHistory(who, Algebra8A, Work8A, Stranger) is not null
        ),
        [nameof(Core.Access.Readings.WorkHistory)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).WorkHistory(who, Algebra, Work9) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).WorkHistory(who, Algebra8A, Work8A) is not null
        ),
        [nameof(Core.Access.Readings.LessonHistory)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).LessonHistory(who, Algebra, Lesson9) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).LessonHistory(who, Algebra8A, Lesson8A) is not null
        ),
        [nameof(Core.Access.Readings.AttendanceHistory)] = new(
            CourseReaders,
            async (school, who) => await Doors(school).AttendanceHistory(who, Algebra, Lesson9, Anna) is not null,
            ForeignReaders,
            async (school, who) => await Doors(school).AttendanceHistory(who, Algebra8A, Lesson8A, Stranger) is not null
        ),
        [nameof(Core.Access.Readings.Changes)] = new(
            AnnasReaders,
            async (school, who) => await Doors(school).Changes(who, Audience.Of(Anna), 0) is not null,
            StrangersReaders,
            async (school, who) => await Doors(school).Changes(who, Audience.Of(Stranger), 0) is not null
        ),
        [nameof(Core.Access.Readings.Class)] = new(
            [.. Heads, "class-teacher"],
            (school, who) => Task.FromResult(Doors(school).Class(who, Class7B) is not null),
            Heads,
            (school, who) => Task.FromResult(Doors(school).Class(who, Class8A) is not null)
        ),
        [nameof(Core.Access.Readings.ClassDay)] = new(
            [.. Heads, "class-teacher"],
            async (school, who) => await Doors(school).ClassDay(who, Class7B) is not null,
            Heads,
            async (school, who) => await Doors(school).ClassDay(who, Class8A) is not null
        ),
        [nameof(Core.Access.Readings.Attention)] = new(
            [.. Heads, "class-teacher"],
            (school, who) => Task.FromResult(Doors(school).Attention(who, Class7B) is not null),
            Heads,
            (school, who) => Task.FromResult(Doors(school).Attention(who, Class8A) is not null)
        ),
        [nameof(Core.Access.Readings.Looks)] = new(
            [.. Heads, "class-teacher"],
            async (school, who) => await Doors(school).Looks(who, Class7B) is not null,
            Heads,
            async (school, who) => await Doors(school).Looks(who, Class8A) is not null
        ),
        [nameof(Core.Access.Readings.Morning)] = new(
            Heads,
            async (school, who) => await Doors(school).Morning(who) is not null,
            // There is but one school.
            Heads,
            async (school, who) => await Doors(school).Morning(who) is not null
        ),
        [nameof(Core.Access.Readings.Settings)] = new(
            Heads,
            (school, who) => Task.FromResult(Doors(school).Settings(who) is not null),
            // There is but one school.
            Heads,
            (school, who) => Task.FromResult(Doors(school).Settings(who) is not null)
        ),
        [nameof(Core.Access.Readings.Find)] = new(
            [.. CourseReaders, "other-teacher"],
            (school, who) => Task.FromResult(Doors(school).Find(who, "имя21", 1).Count > 0),
            Heads,
            (school, who) => Task.FromResult(Doors(school).Find(who, "имя25", 20).Any(found => found.Course is null))
        ),
        [nameof(Core.Access.Readings.Debts)] = new(
            ["teacher"],
            (school, who) => Owes(school, who, Algebra),
            ["other-teacher"],
            (school, who) => Owes(school, who, Algebra8A)
        ),
        [nameof(Core.Access.Readings.NextTopic)] = new(
            CourseReaders,
            async (school, who) => await HasNextTopic(school, who, AlgebraPage, Lesson16),
            ForeignReaders,
            async (school, who) => await HasNextTopic(school, who, new(Algebra8A, Quarter2), Lesson8A)
        ),
        [nameof(Core.Access.Readings.LessonsAhead)] = new(
            ["teacher"],
            async (school, who) => (await Doors(school).LessonsAhead(who))?.Lessons.Any(lesson => lesson.Course == Algebra) == true,
            [],
            async (school, who) => (await Doors(school).LessonsAhead(who))?.Lessons.Any(lesson => lesson.Course == Algebra8A) == true
        ),
        [nameof(Core.Access.Readings.LessonsToday)] = new(
            ["teacher"],
            async (school, who) => (await Doors(school).LessonsToday(who)).Any(lesson => lesson.Course == Algebra),
            [],
            async (school, who) => (await Doors(school).LessonsToday(who)).Any(lesson => lesson.Course == Algebra8A)
        ),
    };

    /// <summary>"GET /api/v1/me"; nothing for files and for pages of people, which have tests of their own.</summary>
    public static IEnumerable<string> NamesOf(Endpoint endpoint)
    {
        if (endpoint is not RouteEndpoint route || endpoint.Metadata.Any(one => one.GetType() == NoEndpointOfOurs))
            return [];
        var path = $"/{route.RoutePattern.RawText!.Trim('/')}";
        if (
            !path.StartsWith("/api/")
            && !path.StartsWith("/hubs/")
            && !path.StartsWith("/openapi/")
            && path is not ("/health" or "/metrics")
        )
            return [];

        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        return path.StartsWith("/hubs/") || methods.Count == 0 ? [$"ANY {path}"] : methods.Select(method => $"{method} {path}");
    }

    /// <summary>Where a page for people is found; nothing for what else answers, and for those before a sign-in, which have tests of their own.</summary>
    public static IEnumerable<string> PageOf(Endpoint endpoint) =>
        endpoint is RouteEndpoint route
        && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            ? [$"/{route.RoutePattern.RawText!.Trim('/')}"]
            : [];

    private static bool Loads(ApiSchool school, PersonId who, LessonId lesson) =>
        Doors(school).HomeworkLoad(who, lesson, null, SmallSchoolFacts.Today, SmallSchoolFacts.Today) is not null;

    private static Task<Guid> File(ApiSchool school, CourseId course, LessonId lesson, Actor by) =>
        AttachedFile.To(school.Get<UploadBook>(), school.Get<JournalPages>(), school.Writer, (course, lesson), by);

    private static async Task<RemarkId> Remark(ApiSchool school, StudentId student, CourseId course, Core.Basics.LessonId lesson, Actor by)
    {
        await school.Writer.Submit(new WriteRemark(student, course, lesson, null, RemarkKind.Note, "x"), by);
        return (await Doors(school).Remarks(by.Person, course, student))![0].Card.Remark.Id;
    }

    private static async Task<bool> Has(Readings doors, PersonId who, Guid file)
    {
        if (await doors.Content(who, file) is not { } found)
            return false;

        await found.Content.DisposeAsync();
        return true;
    }

    private static ChangeTimetable Nothing => new(SmallSchoolFacts.Today, null, [], [], "");

    private static Readings Doors(ApiSchool school) => school.Get<Readings>();

    private static async Task<bool> Owes(ApiSchool school, PersonId who, CourseId course)
    {
        await school.Writer.AdoptRegulation();
        return (await Doors(school).Debts(who)).Debts.Any(one => one.Course == course);
    }

    private static async Task<bool> HasNextTopic(ApiSchool school, PersonId who, PageId page, Core.Basics.LessonId lesson)
    {
        await school.Writer.SetPlans();
        var known = school.Get<Core.Register.Storage.JournalPages>().Read(page)!.Lessons[lesson];
        return await Doors(school).NextTopic(who, page.Course, known) is not null;
    }

    private static Func<ApiSchool, PersonId, Task<bool>> MayEdit(PageId page) =>
        (school, who) => Task.FromResult(Doors(school).MayEdit(who, school.Get<Core.Register.Storage.JournalPages>().Read(page)!));

    private static Func<ApiSchool, PersonId, Task<bool>> GivesAll(PageId page) =>
        (school, who) =>
            Task.FromResult(Doors(school).GivenOnly(who, school.Get<Core.Register.Storage.JournalPages>().Read(page)!) is null);

    private static RouteRow Get(string path, string?[] who) => new(() => new HttpRequestMessage(HttpMethod.Get, path), who);

    private static RouteRow Get(string path, string[] who, string[] foreignWho, int own, int foreign) =>
        new(() => new(HttpMethod.Get, Of(path, own)), who)
        {
            Foreign = () => new(HttpMethod.Get, Of(path, foreign)),
            Missing = () => new(HttpMethod.Get, Of(path, 99_999)),
            ForeignFor = foreignWho,
        };

    // Each of these is turned down by the rules once the door is passed, so asking changes nothing.
    private static RouteRow Write(HttpMethod method, string path, Func<int, int, object?> body) =>
        new(() => Request(method, $"api/v1/courses/1/{Of(path, 4)}", body(21, 4)), ["teacher"])
        {
            Foreign = () => Request(method, $"api/v1/courses/4/{Of(path, 7)}", body(25, 7)),
            Missing = () => Request(method, $"api/v1/courses/99999/{Of(path, 7)}", body(25, 7)),
            ForeignFor = ["other-teacher"],
            Known = ForeignReaders,
        };

    // The rules turn these down too: hours that are none, a version that never was.
    private static RouteRow OfPlan(Func<int, HttpRequestMessage> request, string[] who, string[] foreignWho) =>
        new(() => request(1), who)
        {
            Foreign = () => request(4),
            Missing = () => request(99_999),
            ForeignFor = foreignWho,
        };

    private static string Of(string path, int id) => path.Replace("{0}", id.ToString());

    private static HttpRequestMessage Post(string path, object body) => Request(HttpMethod.Post, path, body);

    private static HttpRequestMessage Request(HttpMethod method, string path, object? body) =>
        new(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType()) };

    private static readonly Guid SameId = Guid.CreateVersion7();
    private static readonly Guid RestoreId = Guid.CreateVersion7();
    private static readonly Guid SettingsId = Guid.CreateVersion7();
    private static readonly Guid HomeworkCommand = Guid.CreateVersion7();
    private static readonly Guid RollId = Guid.CreateVersion7();
    private static readonly Guid PlanId = Guid.CreateVersion7();
    private static readonly Guid ApproveId = Guid.CreateVersion7();

    private static object Hourless =>
        new
        {
            commandId = PlanId,
            lines = new[] { new { topic = "Topic", hours = 0 } },
            expected = 0,
        };

    private static object Nameless =>
        new
        {
            commandId = SettingsId,
            name = "",
            markDays = 14,
            topicDays = 14,
            makeUpDays = 30,
            absencesWaitForRoll = true,
            expected = 0,
        };

    private static object Stale(int student, int work) => ApiPage.Edit("zzz", 0, new(student), new(work), id: SameId);

    private static object Work(int lesson, int weight) =>
        new
        {
            commandId = SameId,
            lesson,
            type = 1,
            weight,
        };

    private static object Change(int weight) =>
        new
        {
            commandId = SameId,
            type = 1,
            weight,
            shown = true,
            expected = 0,
        };

    private static AddWork Adding(CourseId course, Core.Basics.LessonId lesson) => new(course, lesson, Test, null, null, null, Shown: true);

    private static ChangeWork Changing(CourseId course, WorkId work) => new(course, work, Test, 100, null, null, Shown: true, 0);
}
