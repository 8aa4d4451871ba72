using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Writing;

public sealed class JournalWriterTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    [Fact]
    public async Task A_mark_is_on_the_page_and_on_the_parents_line_when_the_teacher_is_answered()
    {
        using var parent = _school.Feed.Listen(Audience.Of(Anna));

        var applied = Assert.IsType<Applied>(await _school.Submit(Put("5")));

        Assert.True(parent.Heard.TryRead(out var heard));
        Assert.Equal((applied.Seq, Teacher.Person), (heard.Seq, heard.Actor));
        var cell = _school.Algebra.MarkAt(WorkToday, Anna);
        Assert.Equal((CellValue.Of(5), applied.Seq), (cell.Value, cell.Version));
    }

    [Fact]
    public async Task The_same_command_sent_again_is_replayed_and_recorded_once()
    {
        var command = Put("5");

        var first = Assert.IsType<Applied>(await _school.Submit(command));
        var again = await _school.Submit(command);

        Assert.Equal(new Replayed(first.Seq), again);
        Assert.Equal(first.Seq, await _school.Get<Core.Persistence.ChangeLog>().Head());
    }

    /// <summary>A command may bring more than its own fact: marks shown to families, pages told to be read anew.</summary>
    [Fact]
    public async Task The_answer_brings_the_version_that_the_next_edit_expects()
    {
        await Applied(new LeaveGroup(Boris, English1, new(2026, 11, 12)), Registrar);
        await Applied(new JoinGroup(Boris, English2, new(2026, 11, 13)), Registrar);
        var four = English("4", expected: 0);

        var first = await Applied(four, OtherTeacher);
        var replayed = await _school.Writer.Submit(four, OtherTeacher);
        var second = await Applied(English("5", first), OtherTeacher);

        Assert.Equal(new Replayed(first), replayed);
        Assert.Equal(second, _school.Pages.Read(EnglishPage)!.MarkAt(EnglishWork1, Boris).Version);
    }

    [Fact]
    public async Task The_answer_of_a_column_brings_the_version_that_its_next_change_expects()
    {
        var hidden = await Applied(Column(100, shown: false, expected: _school.Algebra.Works[WorkToday].Version), Teacher);
        await Applied(Put("5"), Teacher);
        await Applied(Put("4", student: Boris), Teacher);

        var shown = await Applied(Column(100, shown: true, hidden), Teacher);

        await Applied(Column(200, shown: true, shown), Teacher);
    }

    [Fact]
    public async Task A_used_id_with_another_content_is_refused()
    {
        var command = Put("5");
        await _school.Submit(command);

        var answer = await _school.Submit(command with { Value = "4" });

        Assert.Equal(new Refused(new CommandIdReused(command.CommandId)), answer);
        Assert.Equal(CellValue.Of(5), _school.Algebra.MarkAt(WorkToday, Anna).Value);
    }

    [Fact]
    public async Task The_slower_of_two_is_told_what_is_there_and_by_whom()
    {
        await _school.Submit(Put("5"));

        var answer = Assert.IsType<Refused>(await _school.Submit(Put("4")));

        var conflict = Assert.IsType<MarkConflict>(answer.Why);
        Assert.Equal(("5", Teacher.Person), (conflict.Text, conflict.Now.By));
    }

    [Fact]
    public async Task Two_who_put_the_same_do_not_conflict()
    {
        var first = Assert.IsType<Applied>(await _school.Submit(Put("5")));

        Assert.Equal(new Unchanged(first.Seq), await _school.Submit(Put("5")));
    }

    [Fact]
    public async Task A_refused_edit_harms_no_other_of_its_batch()
    {
        Command[] batch = [Put("5"), Put("7", student: Boris), Put("4", student: Vera)];

        var answers = await _school.Writer.Submit(batch, Teacher, atomic: false);

        Assert.Collection(answers, a => Assert.IsType<Applied>(a), a => Assert.IsType<Refused>(a), a => Assert.IsType<Applied>(a));
    }

    [Fact]
    public async Task A_whole_is_applied_or_nothing_of_it()
    {
        Command[] batch = [Put("5"), Put("7", student: Boris), Put("4", student: Vera)];
        var before = _school.Algebra;

        var answers = await _school.Writer.Submit(batch, Teacher, atomic: true);

        Assert.Equal(new Refused(new RefusedWithBatch()), answers[0]);
        Assert.IsType<NotOnTheScale>(Assert.IsType<Refused>(answers[1]).Why);
        Assert.Equal(new Refused(new RefusedWithBatch()), answers[2]);
        Assert.Same(before, _school.Algebra);
    }

    [Fact]
    public async Task Answers_and_the_log_keep_the_order_of_asking()
    {
        var asked = Enumerable.Range(0, 40).Select(i => _school.Submit(Put(i % 2 == 0 ? "5" : "4", student: i % 3 == 0 ? Anna : Boris)));

        var answers = await Task.WhenAll(asked.ToArray());

        var applied = answers.OfType<Applied>().Select(answer => answer.Seq).ToArray();
        Assert.NotEmpty(applied);
        Assert.Equal(applied.Order(), applied);
        Assert.True(_school.Verify().AreNone);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task<long> Applied(Command command, Actor actor) =>
        Assert.IsType<Applied>(await _school.Writer.Submit(command, actor)).Seq;

    private static SetMark English(string value, long expected) =>
        Put(value, expected, EnglishWork1, Boris) with
        {
            Course = EnglishOfFirst,
        };

    private static ChangeWork Column(int weight, bool shown, long expected) =>
        new(Algebra, WorkToday, SmallSchoolFacts.Answer, weight, null, null, shown, expected);
}
