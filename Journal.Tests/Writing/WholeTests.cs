using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.People;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Writing;

/// <summary>A whole may hold anything one person may do: each of its commands sees what the ones before it did.</summary>
public sealed class WholeTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    /// <summary>A teacher who keeps the papers too.</summary>
    public WholeTests() =>
        _school.Writer.Submit(new GrantRole(OtherTeacher.Person, Role.Registrar, YearStart), Administrator).GetAwaiter().GetResult();

    [Fact]
    public async Task Who_joins_in_a_whole_may_have_a_mark_in_it()
    {
        var answers = await Whole(new JoinGroup(Vera, English1, new(2026, 11, 2)), English("5", Vera));

        Assert.All(answers, answer => Assert.IsType<Applied>(answer));
        Assert.Equal(CellValue.Of(5), Page.MarkAt(EnglishWork1, Vera).Value);
    }

    [Fact]
    public async Task A_page_read_anew_in_a_whole_has_the_marks_put_before()
    {
        var answers = await Whole(English("5", Anna), new LeaveGroup(Boris, English1, Today), English("4", Boris));

        Assert.All(answers, answer => Assert.IsType<Applied>(answer));
        Assert.Equal(CellValue.Of(5), Page.MarkAt(EnglishWork1, Anna).Value);
        Assert.Equal(CellValue.Of(4), Page.MarkAt(EnglishWork1, Boris).Value);
        Assert.Equal(Today, Page.Students[Boris].Stays[0].Days.To);
    }

    [Fact]
    public async Task A_whole_refused_at_its_end_leaves_nothing_behind()
    {
        await Whole(English("3", Boris));
        var (page, head) = (Page, await _school.Get<ChangeLog>().Head());

        var answers = await Whole(English("5", Anna), new LeaveGroup(Boris, English1, Today), English("7", Anna));

        Assert.All(answers, answer => Assert.IsType<Refused>(answer));
        Assert.Same(page, Page);
        Assert.Equal(head, await _school.Get<ChangeLog>().Head());
        Assert.Null(_school.Roster.GroupsOfStudent[Boris].Single(member => member.Group == English1).Days.To);
        Assert.Equal(new Applied(head + 1), (await Whole(English("5", Anna)))[0]);
        Assert.True(_school.Verify().AreNone);
    }

    [Fact]
    public async Task The_next_of_the_same_batch_goes_on_from_before_a_refused_whole()
    {
        Task<IReadOnlyList<Answer>> refused;
        Task<IReadOnlyList<Answer>> applied;
        using (await Gate.Close(_school.Writer))
        {
            refused = Whole(English("5", Anna), English("7", Anna));
            applied = Whole(English("4", Anna), English("3", Boris));
        }

        Assert.All(await refused, answer => Assert.IsType<Refused>(answer));
        Assert.All(await applied, answer => Assert.IsType<Applied>(answer));
        Assert.Equal(CellValue.Of(4), Page.MarkAt(EnglishWork1, Anna).Value);
        Assert.True(_school.Verify().AreNone);
    }

    [Fact]
    public async Task The_same_command_twice_in_a_whole_is_recorded_once()
    {
        var command = English("5", Anna);
        var head = await _school.Get<ChangeLog>().Head();

        var answers = await Whole(command, command);

        Assert.Equal([new Applied(head + 1), new Replayed(head + 1)], answers);
    }

    [Fact]
    public async Task A_used_id_with_another_content_refuses_the_whole()
    {
        var command = English("5", Anna);

        var answers = await Whole(command, command with { Value = "4" });

        Assert.Equal(new Refused(new RefusedWithBatch()), answers[0]);
        Assert.Equal(new Refused(new CommandIdReused(command.CommandId)), answers[1]);
    }

    [Fact]
    public async Task A_whole_of_a_thousand_is_all_or_nothing()
    {
        var head = await _school.Get<ChangeLog>().Head();
        var thousand = Enumerable.Range(0, 1000).Select(i => (Command)English(i % 2 == 0 ? "5" : "4", Anna, Version(i)));

        var answers = await Whole([.. thousand]);

        Assert.All(answers, answer => Assert.IsType<Applied>(answer));
        Assert.Equal(head + 1000, Page.MarkAt(EnglishWork1, Anna).Version);
        Assert.True(_school.Verify().AreNone);

        long Version(int before) => before == 0 ? 0 : head + before;
    }

    [Fact]
    public async Task A_school_is_founded_once_even_in_one_whole()
    {
        var folder = Directory.CreateTempSubdirectory("journal-").FullName;
        new SchoolFile(Path.Combine(folder, "journal.db")).Prepare(Path.Combine(folder, "backups"));
        await using var empty = new SmallSchool(folder: folder);
        var found = new FoundSchool(new PersonCard("Первый", "Администратор", null), Today);

        var twice = await empty.Writer.Submit([found, found with { CommandId = Guid.CreateVersion7() }], default, atomic: true);
        var once = await empty.Writer.Submit(found, default);
        var again = await empty.Writer.Submit(found with { CommandId = Guid.CreateVersion7() }, default);

        Assert.All(twice, answer => Assert.IsType<Refused>(answer));
        Assert.IsType<Applied>(once);
        Assert.Equal(new Refused(new Core.Access.Forbidden()), again);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private JournalPage Page => _school.Pages.Read(EnglishPage)!;

    private Task<IReadOnlyList<Answer>> Whole(params Command[] commands) => _school.Writer.Submit(commands, OtherTeacher, atomic: true);

    private static SetMark English(string value, StudentId student, long expected = 0) =>
        Put(value, expected, EnglishWork1, student) with
        {
            Course = EnglishOfFirst,
        };
}
