using System.Collections.Immutable;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Lessons;

/// <summary>The plan of a course in its file and in its log.</summary>
public sealed class WrittenPlanTests : IAsyncDisposable
{
    private static readonly ImmutableArray<PlanTopic> Topics =
    [
        new("Дроби", 2, "Числа", "§ 1\n№ 5"),
        new("Контрольная работа", 1, "Числа", null, "Контрольная работа"),
    ];

    private readonly SmallSchool _school = new();

    private LessonPlans Plans => _school.Get<LessonPlans>();

    [Fact]
    public async Task A_course_begins_without_a_plan()
    {
        Assert.Equal(LessonPlan.None, await Plans.Read(Algebra));
        Assert.Equal(PlanState.Draft, LessonPlan.None.State);
    }

    [Fact]
    public async Task It_is_read_as_it_was_written_with_who_and_when()
    {
        var seq = Seq(await Set(Topics, 0));

        var plan = await Plans.Read(Algebra);
        Assert.Equal(new LessonPlan(Topics, new(seq, Teacher.Person, _school.Clock.GetUtcNow()), null), plan);
        Assert.Equal(3, plan.Hours);
        Assert.Equal(LessonPlan.None, await Plans.Read(Algebra8A));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task A_shorter_one_leaves_nothing_of_the_one_before_and_an_empty_one_nothing_at_all()
    {
        var first = Seq(await Set(Topics, 0));
        var second = Seq(await Set(Topics[1..], first));

        Assert.Equal(Topics[1..].AsEnumerable(), (await Plans.Read(Algebra)).Topics.AsEnumerable());
        await Set([], second);

        Assert.Empty((await Plans.Read(Algebra)).Topics);
        Assert.True((await Plans.Read(Algebra)).Stamp.Version > second);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task Two_who_looked_at_the_same_plan_do_not_overwrite_each_other()
    {
        var first = Seq(await Set(Topics, 0, Deputy));

        var answer = await Set(Topics[..1], 0);

        var conflict = Assert.IsType<PlanConflict>(Assert.IsType<Refused>(answer).Why);
        Assert.Equal((first, Deputy.Person), (conflict.Stamp.Version, conflict.Stamp.By));
        Assert.Equal(Topics.AsEnumerable(), conflict.Now.Topics.AsEnumerable());
    }

    [Fact]
    public async Task An_approval_stays_with_the_version_it_was_given_to()
    {
        var written = Seq(await Set(Topics, 0));
        var approved = Seq(await _school.Writer.Submit(new ApprovePlan(Algebra, written), Deputy));
        var plan = await Plans.Read(Algebra);
        Assert.Equal(new PlanApproval(written, approved, Deputy.Person, _school.Clock.GetUtcNow()), plan.Approval);
        Assert.Equal(PlanState.Approved, plan.State);

        await Set(Topics[..1], written);

        Assert.Equal(PlanState.ChangedSinceApproval, (await Plans.Read(Algebra)).State);
        Assert.Empty(_school.Verify().Faults);
        var history = await _school.Get<Readings>().PlanHistory(Deputy.Person, Algebra);
        Assert.Equal(Topics[1], Assert.Single(history!.SinceApproval()).Was);
    }

    [Fact]
    public async Task An_import_is_undone_by_putting_back_what_was_before()
    {
        await _school.Writer.SetPlans();
        var imported = Seq(await Set(Topics, (await Plans.Read(Algebra)).Stamp.Version));
        var history = await _school.Get<Readings>().PlanHistory(Teacher.Person, Algebra);

        Assert.IsType<Applied>(await Set(history!.Before(imported), imported));

        Assert.Equal([new PlanTopic("Дроби", 1), new("Уравнения", 1)], (await Plans.Read(Algebra)).Topics.AsEnumerable());
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task The_plan_goes_on_in_the_lesson_after_the_recorded_ones()
    {
        await Set(Topics, 0);
        Assert.Equal(new NextTopic(1, 2, "Дроби"), await Next(Lesson9));
        await _school.Submit(new RecordLesson(Algebra, Lesson9, "Дроби", null, null, 0));
        Assert.Equal(new NextTopic(1, 2, "Дроби"), await Next(Lesson16));
        await _school.Submit(new RecordLesson(Algebra, Lesson16, "Дроби", null, null, 0));

        Assert.Equal(new NextTopic(2, 2, "Контрольная работа"), await Next(LessonToday));
    }

    [Fact]
    public async Task It_is_laid_on_the_lessons_of_the_course()
    {
        await Set(Topics, 0);
        await _school.Submit(new RecordLesson(Algebra, Lesson9, "Дроби", null, null, 0));

        var calendar = await _school.Get<Readings>().PlanCalendar(Teacher.Person, Algebra);

        Assert.Equal([1, 1, 2, null], calendar!.Lessons.Select(lesson => lesson.Topic));
        Assert.Equal((3, 2, 1, 1), (calendar.Progress.Planned, calendar.Progress.Due, calendar.Progress.Given, calendar.Progress.Lag));
        Assert.Equal(1, calendar.Progress.Losses.Unrecorded);
    }

    [Fact]
    public async Task The_longest_topic_of_a_plan_fits_into_the_lesson()
    {
        var topic = new string('я', LessonPlan.LongestTopic);
        await Set([new(topic, 1)], 0);

        Assert.IsType<Applied>(await _school.Submit(new RecordLesson(Algebra, Lesson9, topic, null, null, 0)));
    }

    [Fact]
    public async Task Of_the_parallel_class_only_the_same_subject_and_grade_is_offered()
    {
        await _school.Writer.SetPlans();
        await _school.Writer.Submit(new SetPlan(EnglishOfFirst, [new("Past simple", 1)], 0), OtherTeacher);

        var english = await _school.Get<Readings>().ParallelPlans(OtherTeacher.Person, EnglishOfSecond);
        var algebra = await _school.Get<Readings>().ParallelPlans(Teacher.Person, Algebra);

        Assert.Equal((EnglishOfFirst, "7Б англ. 1"), (Assert.Single(english!).Course, english![0].Group));
        Assert.Empty(algebra!);
    }

    [Fact]
    public async Task A_file_from_before_plans_had_versions_says_them_as_the_log_does()
    {
        await _school.Writer.SetPlans();
        await _school.Writer.SetPlans();
        var before = await Plans.Read(Algebra);
        Run(
            """
            DROP TABLE PlanApprovals; DROP TABLE Plans;
            ALTER TABLE PlanTopics DROP COLUMN Hours; ALTER TABLE PlanTopics DROP COLUMN Section;
            ALTER TABLE PlanTopics DROP COLUMN Homework; ALTER TABLE PlanTopics DROP COLUMN Work;
            DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_PlanTopics'
            """
        );

        Assert.NotNull(_school.File.Prepare(Path.Combine(_school.Folder, "before")));

        Assert.Empty(_school.Verify().Faults);
        Assert.Equal(before, await Plans.Read(Algebra));
        Assert.IsType<Applied>(await Set(Topics, before.Stamp.Version));
        Assert.Empty(_school.Verify().Faults);
    }

    [Theory]
    [InlineData("UPDATE PlanTopics SET Hours = 5 WHERE Number = 1", "PlanTopics")]
    [InlineData("UPDATE Plans SET Version = Version + 1", "Plans")]
    [InlineData("DELETE FROM PlanApprovals", "PlanApprovals")]
    public async Task What_was_changed_behind_the_log_is_found(string sql, string table)
    {
        var written = Seq(await Set(Topics, 0));
        await _school.Writer.Submit(new ApprovePlan(Algebra, written), Deputy);

        Run(sql);

        Assert.Contains(_school.Verify().Faults, fault => fault.StartsWith(table, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private Task<Answer> Set(ImmutableArray<PlanTopic> topics, long expected, Actor? by = null) =>
        _school.Writer.Submit(new SetPlan(Algebra, topics, expected), by ?? Teacher);

    private Task<NextTopic?> Next(LessonId lesson) => Plans.Next(Algebra, _school.Algebra.Lessons[lesson]);

    private void Run(string sql)
    {
        using var connection = _school.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Seq(Answer answer) => Assert.IsType<Applied>(answer).Seq;
}
