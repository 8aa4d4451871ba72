using Journal.Core.Basics;
using Journal.Core.People;
using Journal.Tests.Support;
using Journal.Web.Shell;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Shell;

public sealed class SectionsTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    [Fact]
    public void The_server_is_shown_to_whoever_runs_it_and_to_nobody_else()
    {
        Actor[] everybody = [Director, Deputy, Administrator, Technician, Registrar, Teacher, ClassTeacher, Parent, new(Anna.Person)];

        Assert.Equal([Administrator, Technician], everybody.Where(who => Of(who).HasServer));
    }

    [Fact]
    public void A_technician_begins_at_the_server_and_an_administrator_at_the_journal()
    {
        Assert.Equal("/school/health", Of(Technician).Start);
        Assert.Equal("/journal", Of(Administrator).Start);
    }

    [Fact]
    public async Task A_technician_who_is_a_parent_here_still_begins_at_the_server_and_has_the_diary()
    {
        await _school.Writer.Submit(new LinkGuardian(Technician.Person, Boris, Today), Registrar);

        var sections = Of(Technician);

        Assert.Equal(("/school/health", true), (sections.Start, sections.HasDiary));
    }

    [Fact]
    public async Task A_technician_who_also_teaches_begins_at_the_journal()
    {
        await _school.Writer.Submit(new Core.Courses.GiveLoad(Algebra, Technician.Person, Today), Deputy);

        Assert.Equal("/journal", Of(Technician).Start);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private Sections Of(Actor who) => Sections.Of(_school.Roster, who.Person, Today);
}
