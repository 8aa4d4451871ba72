using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.People;
using Journal.Core.Persistence;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Live;
using Journal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Courses;

/// <summary>Setting up a year brings hundreds of such commands at once: the roster is folded, and not read from its tables after each.</summary>
public sealed class RosterChangesTests : IAsyncDisposable
{
    private static readonly DateOnly Later = Today.AddDays(10);

    private readonly SmallSchool _school = new();

    public static TheoryData<string, Command[], Actor> Commands =>
        new()
        {
            { "a person", [new AddPerson(new("Новый", "Человек", null))], Registrar },
            { "a role", [new GrantRole(Parent.Person, Role.Teacher, Today), new GrantRole(Parent.Person, Role.Deputy, Later)], Director },
            {
                "a role again",
                [new RevokeRole(Deputy.Person, Role.Deputy, Later), new GrantRole(Deputy.Person, Role.Deputy, Later.AddDays(1))],
                Director
            },
            { "a guardian", [new LinkGuardian(Parent.Person, Vera, Today), new UnlinkGuardian(Parent.Person, Anna, Later)], Registrar },
            { "a load", [new GiveLoad(Algebra, ClassTeacher.Person, Later), new EndLoad(Algebra, Teacher.Person, Later)], Deputy },
            { "a load before all time", [new EndLoad(Algebra, Teacher.Person, DateOnly.MinValue)], Deputy },
            { "a group", [new LeaveGroup(Boris, English1, Today), new JoinGroup(Boris, English2, Later)], Registrar },
            { "a regulation", [Adopting(Later)], Deputy },
            {
                "a closed term",
                [new LockTerm(Quarter1, Class7B), new LockTerm(Quarter1, Class8A), new UnlockTerm(Quarter1, Class7B)],
                Deputy
            },
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_folded_roster_is_the_one_that_would_be_read(string what, Command[] commands, Actor actor)
    {
        Assert.NotEmpty(what);
        var before = _school.Roster;

        var answers = await _school.Writer.Submit(commands, actor, atomic: true);

        Assert.All(answers, answer => Assert.IsType<Applied>(answer));
        Assert.Equal(RosterText.Of(Fresh()), RosterText.Of(_school.Roster));
        Assert.NotEqual(RosterText.Of(before), RosterText.Of(_school.Roster));
        Assert.True(await IsFolded(before));
    }

    [Fact]
    public async Task A_whole_refused_at_its_end_leaves_the_roster_as_it_was()
    {
        var before = _school.Roster;
        Command[] commands = [new GiveLoad(Algebra, ClassTeacher.Person, Today), new GiveLoad(new(99), Teacher.Person, Today)];

        await _school.Writer.Submit(commands, Deputy, atomic: true);
        Assert.Same(before, _school.Roster);
        await _school.Writer.Submit(commands, Deputy, atomic: false);

        Assert.Equal(RosterText.Of(Fresh()), RosterText.Of(_school.Roster));
        Assert.True(_school.Roster.Teaches(ClassTeacher.Person, Algebra, Today));
    }

    [Fact]
    public void What_it_cannot_fold_makes_it_read_anew() =>
        Assert.Null(
            _school.Roster.Apply(new Committed(1000, default, default, new ClassTeacherAppointed(Class7B, Teacher.Person, Today, null)))
        );

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private static AdoptRegulation Adopting(DateOnly from) => new(new(from, "№ 1", Today, RegulationPresets.S2.Rules), 0);

    private Roster Fresh() => new RosterSource(_school.Get<IDbContextFactory<JournalDb>>()).Current;

    private async Task<bool> IsFolded(Roster before)
    {
        await using var db = _school.File.Context();
        var rows = await db.Changes.AsNoTracking().Where(change => change.Seq > before.Seq).ToListAsync();
        var facts = rows.Select(_school.Get<EventBook>().Read).Where(change => change.Event is not PageOutdated).ToArray();
        return facts.Length > 0 && Array.TrueForAll(facts, change => before.Apply(change) is not null);
    }
}
