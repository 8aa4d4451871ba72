using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Lessons;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Live;

/// <summary>A diary hears of the lessons of the courses its student learns on those days: live, after a gap and by asking alike.</summary>
public sealed class DiaryNoticesTests : IAsyncDisposable
{
    private static readonly LessonId First20 = new(101);
    private static readonly LessonId Second20 = new(102);
    private static readonly LessonId EnglishLesson2 = new(6);

    private readonly SmallSchool _school = new();

    [Fact]
    public async Task Who_changes_the_group_while_listening_hears_the_new_one_from_its_first_day_and_the_old_one_until_its_last()
    {
        await Scheduled(EnglishOfFirst, First20, 102);
        await Scheduled(EnglishOfSecond, Second20, 103);
        await using var live = new Diary(_school, Anna, await Head());
        await Record(EnglishOfFirst, First20);
        await Record(EnglishOfSecond, EnglishLesson2);
        Assert.Equal(("lesson.recorded", 2, 101), await live.Next());

        await Do(new LeaveGroup(Anna, English1, Today.AddDays(-1)), Registrar);
        await Do(new JoinGroup(Anna, English2, Today), Registrar);
        await Record(EnglishOfFirst, First20);
        await Record(EnglishOfFirst, EnglishLesson1);
        await Record(EnglishOfSecond, EnglishLesson2);
        await Record(EnglishOfSecond, Second20);
        await Do(Put("5"), Teacher);

        Assert.Equal(
            [
                ("group.joined", null, null),
                ("group.joined", null, null),
                ("lesson.recorded", 2, 5),
                ("lesson.recorded", 3, 102),
                ("mark.set", 1, 3),
            ],
            await live.Next(5)
        );
        // What lies before the move would be told by the groups of today.
        await CatchingUpTellsTheSame(live, live.Heard[1].Seq);
    }

    [Fact]
    public async Task A_joining_and_what_follows_it_in_the_same_commit_are_heard_in_order()
    {
        await Scheduled(EnglishOfSecond, Second20, 103);
        await using var live = new Diary(_school, Anna, await Head());

        var record = new RecordLesson(EnglishOfSecond, Second20, "Unit 5", null, null, 0);
        await Do(new Core.People.GrantRole(OtherTeacher.Person, Core.People.Role.Registrar, YearStart), Administrator);
        var answers = await _school.Writer.Submit(
            [new LeaveGroup(Anna, English1, Today.AddDays(-1)), new JoinGroup(Anna, English2, Today), record],
            OtherTeacher,
            atomic: true
        );
        Assert.All(answers, answer => Assert.IsType<Applied>(answer));
        await Do(Put("5"), Teacher);

        Assert.Equal(
            [("group.joined", null, null), ("group.joined", null, null), ("lesson.recorded", 3, 102), ("mark.set", 1, 3)],
            await live.Next(4)
        );
        await CatchingUpTellsTheSame(live);
    }

    [Fact]
    public async Task A_protocol_of_a_make_up_is_noticed_once_the_absence_is_seen()
    {
        await Do(Absent("н", lesson: Lesson16), Teacher);
        await Do(Put("4", work: Work16), Teacher);
        await using var live = new Diary(_school, Anna, await Head());

        await Do(new RecordMakeUp(Algebra, Lesson16, Anna, "5", Today, null, 0), Teacher);
        await Do(new DeclareRoll(Algebra, Lesson16), Teacher);
        var version = _school.Algebra.MakeUpOf(Lesson16, Anna).Version;
        await Do(new RecordMakeUp(Algebra, Lesson16, Anna, "6", Today, null, version), Teacher);

        Assert.Equal([("absence.shown", 1, 2), ("make-up.recorded", 1, 2)], await live.Next(2));
    }

    [Fact]
    public async Task A_column_is_noticed_when_it_is_shown_before_or_after()
    {
        await using var live = new Diary(_school, Anna, await Head());
        await Do(new AddWork(Algebra, Lesson16, Test, null, "Hidden", null, Shown: false), Teacher);
        var work = _school.Algebra.Works.Values.Single(one => one.Work.Title == "Hidden");

        await Do(Changed(work, "Still hidden", shown: false), Teacher);
        await Do(Changed(work, "Checked", shown: true), Teacher);
        await Do(Changed(work, "Hidden again", shown: false), Teacher);
        await Do(new RemoveWork(Algebra, work.Work.Id, _school.Algebra.Works[work.Work.Id].Version), Teacher);
        await Do(Put("5"), Teacher);

        Assert.Equal([("work.changed", 1, 2), ("work.changed", 1, 2), ("mark.set", 1, 3)], await live.Next(3));
        await CatchingUpTellsTheSame(live);
    }

    [Fact]
    public async Task The_class_teacher_sees_hidden_columns_in_the_diary_and_hears_of_them()
    {
        await using var live = new Diary(_school, Anna, await Head(), ClassTeacher);

        await Do(new AddWork(Algebra, Lesson16, Test, null, "Hidden", null, Shown: false), Teacher);

        Assert.Equal(("work.added", 1, 2), await live.Next());
    }

    [Fact]
    public async Task Another_teacher_of_the_same_lesson_is_no_news()
    {
        await Record(Algebra, Lesson16);
        await using var live = new Diary(_school, Anna, await Head());
        var lesson = _school.Algebra.Lessons[Lesson16];
        var fact = new LessonRecorded(Algebra, Quarter2, lesson, lesson with { Teachers = [Teacher.Person, ClassTeacher.Person] });
        await _school.Writer.Bulk(Guid.CreateVersion7(), [new DatedFact(_school.Clock.GetUtcNow(), Deputy.Person, fact)]);
        await Record(Algebra, Lesson9);

        Assert.Equal(("lesson.recorded", 1, 1), await live.Next());
    }

    [Fact]
    public async Task Who_came_on_the_tenth_hears_nothing_of_the_ninth()
    {
        await using var live = new Diary(_school, Newcomer, await Head(), new Actor(Newcomer.Person));
        await Record(Algebra, Lesson9);
        await Record(Algebra, Lesson16);

        Assert.Equal(("lesson.recorded", 1, 2), await live.Next());
    }

    [Fact]
    public async Task Nothing_of_another_student_ever_comes_to_whoever_listens_for_a_diary()
    {
        using var listener = _school.Feed.Listen(Audience.OfLessons(Algebra));
        await Do(Put("2", student: Boris), Teacher);
        await Do(Absent("н", student: Boris), Teacher);
        await Do(new DeclareRoll(Algebra, LessonToday), Teacher);
        await Record(Algebra, Lesson16);

        var heard = new List<JournalEvent>();
        while (listener.Heard.TryRead(out var change))
            heard.Add(change.Event);

        Assert.Equal([typeof(RollDeclared), typeof(LessonRecorded)], heard.Select(fact => fact.GetType()));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task CatchingUpTellsTheSame(Diary live, long? from = null)
    {
        var heard = live.Heard.ToArray();
        foreach (var after in new[] { from ?? live.After, heard[^3].Seq, heard[^2].Seq })
        {
            var expected = heard.Where(told => told.Seq > after).ToArray();
            await using var again = new Diary(_school, Anna, after);
            await again.Next(expected.Length);
            var asked = await _school.Get<Readings>().Changes(Parent.Person, Audience.Of(Anna), after);
            Assert.Equal(expected, again.Heard);
            Assert.Equal(expected, asked!.Changes);
        }
    }

    private Task<long> Head() => _school.Get<Core.Persistence.ChangeLog>().Head();

    private async Task Do(Command command, Actor actor) => Assert.IsType<Applied>(await _school.Writer.Submit(command, actor));

    private Task<long> Scheduled(CourseId course, LessonId lesson, int work) =>
        _school.Writer.Bulk(
            Guid.CreateVersion7(),
            [
                new DatedFact(
                    _school.Clock.GetUtcNow(),
                    Deputy.Person,
                    new LessonScheduled(
                        course,
                        Quarter2,
                        lesson,
                        Today,
                        3,
                        new Work(new(work), lesson, SmallSchoolFacts.Answer, 100, null, 0, true, null, true)
                    )
                ),
            ]
        );

    private async Task Record(CourseId course, LessonId lesson)
    {
        var page = _school.Pages.Read(new PageId(course, Quarter2))!;
        var version = page.RecordOf(lesson).Version;
        await Do(
            new RecordLesson(course, lesson, $"Topic after {version}", null, null, version),
            course == Algebra ? Teacher : OtherTeacher
        );
    }

    private ChangeWork Changed(PageWork work, string title, bool shown) =>
        new(Algebra, work.Work.Id, Test, 300, title, null, shown, _school.Algebra.Works[work.Work.Id].Version);

    /// <summary>Somebody who follows a student, and everything heard so far.</summary>
    private sealed class Diary : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly IAsyncEnumerator<Told> _told;
        private Task<bool> _next;

        public Diary(SmallSchool school, StudentId student, long after, Actor? who = null)
        {
            var person = (who ?? Parent).Person;
            After = after;
            _told = school.Get<LiveStream>().Follow(person, Audience.Of(student), after, _end.Token)!.GetAsyncEnumerator();
            // Listening from now on, whoever asks for the words and when.
            _next = _told.MoveNextAsync().AsTask();
        }

        public long After { get; }

        public List<ChangeTold> Heard { get; } = [];

        public async Task<(string Kind, int? Course, int? Lesson)> Next()
        {
            Assert.True(await _next.WaitAsync(Hearer.Patience));
            var change = Assert.IsType<ToldChange>(_told.Current).Change;
            Heard.Add(change);
            _next = _told.MoveNextAsync().AsTask();
            return (change.Kind, change.Course, change.Lesson);
        }

        public async Task<IReadOnlyList<(string Kind, int? Course, int? Lesson)>> Next(int count)
        {
            var all = new List<(string, int?, int?)>();
            while (all.Count < count)
                all.Add(await Next());
            return all;
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _next;
            await _told.DisposeAsync();
            _end.Dispose();
        }
    }
}
