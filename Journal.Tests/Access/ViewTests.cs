using System.Reflection;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Diary.Storage;
using Journal.Core.Homework.Storage;
using Journal.Core.Live;
using Journal.Core.Register.Storage;
using Journal.Core.Remarks;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Access;

/// <summary>Every audience and every question × everybody × own and foreign: who hears and reads what.</summary>
public sealed class ViewTests : IAsyncDisposable
{
    private static readonly PersonId Nobody = new(999);
    private static readonly PersonId[] Families7B = [Parent.Person, OtherParent.Person, Anna.Person, Vera.Person];
    private static readonly PersonId[] Everybody =
    [
        Director.Person,
        Deputy.Person,
        Administrator.Person,
        Technician.Person,
        Registrar.Person,
        Teacher.Person,
        ClassTeacher.Person,
        OtherTeacher.Person,
        Parent.Person,
        OtherParent.Person,
        Anna.Person,
        Vera.Person,
        Stranger.Person,
        Nobody,
    ];

    private static readonly PersonId[] Office = [Director.Person, Deputy.Person, Administrator.Person];

    private readonly SmallSchool _school = new();

    public ViewTests() => SeenBook.Prepare(_school.File);

    private static IEnumerable<(Audience Audience, PersonId[] Staff, PersonId[] Family)> Hearing =>
        [
            (Audience.Of(Algebra), [.. Office, Teacher.Person, ClassTeacher.Person], []),
            (Audience.Of(Algebra8A), [.. Office, OtherTeacher.Person], []),
            (Audience.Of(EnglishOfFirst), [.. Office, ClassTeacher.Person, OtherTeacher.Person], []),
            (Audience.Of(new CourseId(999)), [], []),
            (Audience.Of(Class7B), [.. Office, ClassTeacher.Person], []),
            (Audience.Of(Class8A), Office, []),
            (Audience.Of(new ClassId(999)), [], []),
            (Audience.Of(Anna), [.. Office, ClassTeacher.Person], [Parent.Person, Anna.Person]),
            (Audience.Of(Vera), [.. Office, ClassTeacher.Person], [Vera.Person]),
            (Audience.Of(Stranger), Office, [Stranger.Person]),
            (Audience.Of(new StudentId(Teacher.Person.Value)), [], []),
            (Audience.Of(new StudentId(999)), [], []),
            (Audience.OfLessons(Algebra), [], []),
        ];

    [Fact]
    public void A_course_class_or_student_is_heard_by_those_who_may_and_by_nobody_else()
    {
        Assert.All(
            Hearing,
            row =>
            {
                Assert.Equal(row.Staff, Everybody.Where(person => ViewOf(person, row.Audience) == View.Staff));
                Assert.Equal(row.Family, Everybody.Where(person => ViewOf(person, row.Audience) == View.Family));
                Assert.DoesNotContain(Everybody, person => ViewOf(person, row.Audience) == View.Notice);
            }
        );
    }

    [Fact]
    public void The_school_is_noticed_by_everybody_and_a_person_by_himself()
    {
        Assert.All(Everybody, person => Assert.Equal(View.Notice, ViewOf(person, Audience.School)));
        Assert.All(Everybody, person => Assert.Equal([person], Everybody.Where(who => ViewOf(who, Audience.Of(person)) == View.Notice)));
        Assert.All(Everybody, person => Assert.Single(Everybody, who => ViewOf(who, Audience.Of(person)) is not null));
    }

    [Fact]
    public void Every_kind_of_audience_is_in_the_table() =>
        Assert.Equal(
            Enum.GetValues<AudienceKind>().Except([AudienceKind.School, AudienceKind.Person]).Order(),
            Hearing.Select(row => row.Audience.Kind).Distinct().Order()
        );

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_is_answered_to_those_who_may_and_to_nobody_else(string question)
    {
        var rows = Asked().Where(row => row.Name == question).ToArray();
        Assert.NotEmpty(rows);
        foreach (var (_, ask, allowed) in rows)
        {
            var answered = new List<PersonId>();
            foreach (var person in Everybody)
            {
                if (await ask(person))
                    answered.Add(person);
            }

            Assert.Equal(allowed, answered);
        }
    }

    public static TheoryData<string> Questions =>
        [
            .. typeof(Readings)
                .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Concat(typeof(LiveStream).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Select(method => method.Name),
        ];

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private View? ViewOf(PersonId person, Audience audience) => _school.Roster.ViewOf(person, audience, Today);

    private IEnumerable<(string Name, Func<PersonId, Task<bool>> Ask, PersonId[] Allowed)> Asked()
    {
        var (readings, live) = (_school.Get<Readings>(), _school.Get<LiveStream>());
        PersonId[] ofAlgebra = [.. Office, Teacher.Person, ClassTeacher.Person];
        PersonId[] ofAlgebra8A = [.. Office, OtherTeacher.Person];
        PersonId[] ofAnna = [.. Office, ClassTeacher.Person, Parent.Person, Anna.Person];
        return
        [
            ("Page", who => Is(readings.Page(who, Algebra, Quarter2)), ofAlgebra),
            ("Page", who => Is(readings.Page(who, Algebra, null)), ofAlgebra),
            ("Page", who => Is(readings.Page(who, Algebra8A, Quarter2)), ofAlgebra8A),
            ("Page", who => Is(readings.Page(who, Algebra, new(99))), []),
            ("Page", who => Is(readings.Page(who, new(99), null)), []),
            ("Roll", who => Is(readings.Roll(who, LessonToday)), ofAlgebra),
            ("Roll", who => Is(readings.Roll(who, Lesson8A)), ofAlgebra8A),
            ("Roll", who => Is(readings.Roll(who, new(99))), []),
            ("Lesson", who => Is(readings.Lesson(who, LessonToday)), ofAlgebra),
            ("Lesson", who => Is(readings.Lesson(who, Lesson8A)), ofAlgebra8A),
            ("Lesson", who => Is(readings.Lesson(who, new(99))), []),
            ("LessonsToTake", who => Is(readings.LessonsToTake(who)), [Teacher.Person, ClassTeacher.Person, OtherTeacher.Person]),
            ("StandIns", who => Is(readings.StandIns(who, Today, Today)), Office),
            ("StandIns", who => Is(readings.StandIns(who, Today, Today.AddDays(-1))), []),
            ("StandIns", who => Is(readings.StandIns(who, Today, Today.AddDays(31))), []),
            (
                "Timetable",
                who => Is(readings.Timetable(who, new(), Today, Today)),
                [.. Office, Technician.Person, Registrar.Person, Teacher.Person, ClassTeacher.Person, OtherTeacher.Person]
            ),
            ("Cards", who => Is(readings.Cards(who, Class7B, Today)), Office),
            ("Cards", who => Is(readings.Cards(who, new(99), Today)), []),
            ("ClassBuildings", who => Is(readings.ClassBuildings(who, Today)), Office),
            ("TryTimetable", who => Is(readings.TryTimetable(who, new(Today, null, [], [], ""))), Office),
            ("Candidates", who => Is(readings.Candidates(who, [])), Office),
            ("Homework", who => Is(readings.Homework(who, LessonToday)), ofAlgebra),
            ("Homework", who => Is(readings.Homework(who, Lesson8A)), ofAlgebra8A),
            ("Homework", who => Is(readings.Homework(who, new(99))), []),
            (
                "File",
                async who => await readings.File(who, await File(Algebra, LessonToday, Teacher)) is not null,
                [.. ofAlgebra, .. Families7B]
            ),
            (
                "Content",
                async who => await HasContent(readings, who, await File(Algebra, LessonToday, Teacher)),
                [.. ofAlgebra, .. Families7B]
            ),
            ("Content", async who => await HasContent(readings, who, Guid.NewGuid()), []),
            ("HomeworkLoad", who => Is(readings.HomeworkLoad(who, LessonToday, null, Today, Today)), ofAlgebra),
            ("HomeworkLoad", who => Is(readings.HomeworkLoad(who, Lesson8A, null, Today, Today)), ofAlgebra8A),
            ("EarlierAbsences", who => Is(readings.EarlierAbsences(who, LessonToday)), ofAlgebra),
            ("EarlierAbsences", who => Is(readings.EarlierAbsences(who, Lesson8A)), ofAlgebra8A),
            ("EarlierAbsences", who => Is(readings.EarlierAbsences(who, new(99))), []),
            ("Remarks", who => Is(readings.Remarks(who, Algebra, Anna)), ofAlgebra),
            ("Remarks", who => Is(readings.Remarks(who, Algebra8A, Stranger)), ofAlgebra8A),
            ("Remarks", who => Is(readings.Remarks(who, new(99), Anna)), []),
            ("ClassRemarks", who => Is(readings.ClassRemarks(who, Class7B, Today)), [.. Office, ClassTeacher.Person]),
            ("ClassRemarks", who => Is(readings.ClassRemarks(who, Class8A, Today)), Office),
            ("RemarkHistory", async who => await readings.RemarkHistory(who, await Remark()) is not null, ofAlgebra),
            ("RemarkHistory", who => Is(readings.RemarkHistory(who, new(99))), []),
            ("Notices", who => Is(readings.Notices(who, Class7B, Today)), [.. Office, ClassTeacher.Person]),
            ("Notices", who => Is(readings.Notices(who, Class8A, Today)), Office),
            ("UnansweredNotices", async who => await readings.UnansweredNotices(who, Class7B) is not null, [ClassTeacher.Person]),
            ("UnansweredNotices", async who => await readings.UnansweredNotices(who, Class8A) is not null, []),
            ("ToldAbsences", who => Is(readings.ToldAbsences(who, LessonToday)), ofAlgebra),
            ("ToldAbsences", who => Is(readings.ToldAbsences(who, Lesson8A)), ofAlgebra8A),
            ("ToldAbsences", who => Is(readings.ToldAbsences(who, new(99))), []),
            ("Omissions", who => Is(readings.Omissions(who, Class7B)), [.. Office, ClassTeacher.Person]),
            ("Omissions", who => Is(readings.Omissions(who, Class8A)), Office),
            ("Omissions", who => Is(readings.Omissions(who, new(99))), []),
            ("Reports", who => Is(readings.Reports(who)), Office),
            ("Debts", async who => await Owes(readings, who), [Teacher.Person, OtherTeacher.Person]),
            ("NextTopic", async who => await HasNextTopic(readings, who), ofAlgebra),
            ("GivenOnly", who => Task.FromResult(readings.GivenOnly(who, _school.Algebra) is null), [Teacher.Person]),
            ("MayEdit", who => Task.FromResult(readings.MayEdit(who, _school.Algebra)), [Teacher.Person]),
            ("Diary", who => Is(readings.Diary(who, Anna, null)), ofAnna),
            ("Diary", who => Is(readings.Diary(who, Stranger, null)), [.. Office, Stranger.Person]),
            ("Diary", who => Is(readings.Diary(who, new(Teacher.Person.Value), null)), []),
            ("Diary", who => Is(readings.Diary(who, new(999), null)), []),
            ("Plan", who => Is(readings.Plan(who, Algebra)), ofAlgebra),
            ("Plan", who => Is(readings.Plan(who, Algebra8A)), ofAlgebra8A),
            ("Plan", who => Is(readings.Plan(who, new(99))), []),
            ("PlanCalendar", who => Is(readings.PlanCalendar(who, Algebra)), ofAlgebra),
            ("PlanCalendar", who => Is(readings.PlanCalendar(who, Algebra8A)), ofAlgebra8A),
            ("PlanCalendar", who => Is(readings.PlanCalendar(who, new(99))), []),
            ("PlanHistory", who => Is(readings.PlanHistory(who, Algebra)), ofAlgebra),
            ("PlanHistory", who => Is(readings.PlanHistory(who, Algebra8A)), ofAlgebra8A),
            ("PlanHistory", who => Is(readings.PlanHistory(who, new(99))), []),
            // Who writes a plan may look into those of colleagues to copy from; whoever only reads it may not.
            ("ParallelPlans", who => Is(readings.ParallelPlans(who, Algebra)), [Deputy.Person, Administrator.Person, Teacher.Person]),
            (
                "ParallelPlans",
                who => Is(readings.ParallelPlans(who, Algebra8A)),
                [Deputy.Person, Administrator.Person, OtherTeacher.Person]
            ),
            ("ParallelPlans", who => Is(readings.ParallelPlans(who, new(99))), []),
            ("MarkHistory", who => Is(readings.MarkHistory(who, Algebra, WorkToday, Anna)), ofAlgebra),
            ("MarkHistory", who => Is(readings.MarkHistory(who, Algebra8A, Work8A, Stranger)), ofAlgebra8A),
            ("WorkHistory", who => Is(readings.WorkHistory(who, Algebra, WorkToday)), ofAlgebra),
            ("WorkHistory", who => Is(readings.WorkHistory(who, Algebra8A, Work8A)), ofAlgebra8A),
            ("WorkHistory", who => Is(readings.WorkHistory(who, new(99), WorkToday)), []),
            ("LessonHistory", who => Is(readings.LessonHistory(who, Algebra, LessonToday)), ofAlgebra),
            ("Looks", who => Is(readings.Looks(who, Class7B)), [.. Office, ClassTeacher.Person]),
            ("Looks", who => Is(readings.Looks(who, Class8A)), Office),
            ("Looks", who => Is(readings.Looks(who, new(999))), []),
            ("LessonHistory", who => Is(readings.LessonHistory(who, Algebra8A, Lesson8A)), ofAlgebra8A),
            ("LessonHistory", who => Is(readings.LessonHistory(who, new(99), LessonToday)), []),
            ("AttendanceHistory", who => Is(readings.AttendanceHistory(who, Algebra, LessonToday, Anna)), ofAlgebra),
            ("AttendanceHistory", who => Is(readings.AttendanceHistory(who, new(99), LessonToday, Anna)), []),
            ("Changes", who => Is(readings.Changes(who, Audience.Of(Algebra), 0)), ofAlgebra),
            ("Changes", who => Is(readings.Changes(who, Audience.Of(Anna), 0)), ofAnna),
            ("Changes", who => Is(readings.Changes(who, Audience.Of(new CourseId(99)), 0)), []),
            ("Class", who => Is(readings.Class(who, Class7B)), [.. Office, ClassTeacher.Person]),
            ("Class", who => Is(readings.Class(who, Class8A)), Office),
            ("Class", who => Is(readings.Class(who, new(999))), []),
            ("ClassDay", who => Is(readings.ClassDay(who, Class7B)), [.. Office, ClassTeacher.Person]),
            ("ClassDay", who => Is(readings.ClassDay(who, Class8A)), Office),
            ("ClassDay", who => Is(readings.ClassDay(who, new(999))), []),
            ("Attention", who => Is(readings.Attention(who, Class7B)), [.. Office, ClassTeacher.Person]),
            ("Attention", who => Is(readings.Attention(who, Class8A)), Office),
            ("Morning", who => Is(readings.Morning(who)), Office),
            ("Settings", who => Is(readings.Settings(who)), Office),
            ("LessonsAhead", who => Is(readings.LessonsAhead(who)), [Teacher.Person]),
            ("LessonsToday", async who => (await readings.LessonsToday(who)).Count > 0, [Teacher.Person]),
            ("Find", who => Any(readings.Find(who, "имя21", 20)), [.. ofAlgebra, OtherTeacher.Person]),
            ("Find", who => Any(readings.Find(who, "имя25", 20)), ofAlgebra8A),
            ("Find", who => Any(readings.Find(who, "имя99", 20)), []),
            ("Follow", who => Is(live.Follow(who, Audience.Of(Algebra), 0, default)), ofAlgebra),
            ("Follow", who => Is(live.Follow(who, Audience.Of(Anna), 0, default)), ofAnna),
            ("Follow", who => Is(live.Follow(who, Audience.Of(Stranger), 0, default)), [.. Office, Stranger.Person]),
        ];
    }

    private async Task<bool> Owes(Readings readings, PersonId who)
    {
        await _school.Writer.AdoptRegulation();
        return (await readings.Debts(who)).Debts.Count > 0;
    }

    private async Task<bool> HasNextTopic(Readings readings, PersonId who)
    {
        await _school.Writer.SetPlans();
        return await readings.NextTopic(who, Algebra, _school.Algebra.Lessons[LessonToday]) is not null;
    }

    private async Task<RemarkId> Remark()
    {
        await _school.Submit(new WriteRemark(Anna, Algebra, LessonToday, null, RemarkKind.Note, "x"));
        return new(1);
    }

    private static Task<bool> Any<T>(IReadOnlyList<T> answer) => Task.FromResult(answer.Count > 0);

    private Task<Guid> File(CourseId course, LessonId lesson, Actor by) =>
        AttachedFile.To(_school.Get<UploadBook>(), _school.Get<JournalPages>(), _school.Writer, (course, lesson), by);

    private static async Task<bool> HasContent(Readings readings, PersonId who, Guid file)
    {
        if (await readings.Content(who, file) is not { } found)
            return false;

        await found.Content.DisposeAsync();
        return true;
    }

    private static Task<bool> Is(object? answer) => Task.FromResult(answer is not null);

    private static async Task<bool> Is<T>(Task<T?> answer)
        where T : class => await answer is not null;
}
