using Bunit;
using Journal.Core.Basics;
using Journal.Core.People;
using Journal.Core.Persistence;
using Journal.Tests.Shell;
using Journal.Tests.Support;
using Journal.Web.Health;
using Microsoft.Extensions.DependencyInjection;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Health;

public sealed class HealthPageTests : StaffContext
{
    public HealthPageTests() => Services.GetRequiredService<Readout>().Begin();

    [Fact]
    public void Before_anything_was_typed_the_page_says_so_and_warns_that_there_is_no_backup()
    {
        var page = Page(Technician);

        Assert.Equal("Состояние сервера", page.Find("h1").TextContent);
        Assert.Contains("никто ничего не записал", page.Find(".vitals").TextContent);
        Assert.Equal("никогда", page.Find(".warns .value").TextContent);
        Assert.Contains("Отказов не было", page.Markup);
    }

    [Fact]
    public async Task What_is_typed_and_refused_comes_by_itself_in_words()
    {
        var page = Page(Administrator);

        await School.Submit(Put("5"));
        await School.Submit(Put("4"));
        Backup.Make(School.File, Path.Combine(School.Folder, "backups"), School.Clock);
        School.Clock.Advance(HealthView.Every);

        page.WaitForAssertion(() => Assert.Equal("1", Figure(page, "записано")));
        Assert.Equal("1", Figure(page, "коллега успел раньше"));
        Assert.Equal("1", Figure(page, "в клетке уже другая отметка"));
        Assert.Equal("1", Figure(page, "Правок в одной записи"));
        Assert.Empty(page.FindAll(".warns"));
        Assert.Contains("только что", page.Find(".vitals").TextContent);
    }

    [Fact]
    public void For_everybody_else_there_is_no_such_page() =>
        Assert.All(
            new[] { Director, Deputy, Registrar, SmallSchoolFacts.Teacher, ClassTeacher, Parent },
            who => Assert.Contains("Такой страницы нет", Page(who).Markup)
        );

    [Fact]
    public async Task A_right_withdrawn_takes_the_open_page_away()
    {
        var page = Page(Technician);

        await School.Writer.Submit(new RevokeRole(Technician.Person, Role.Technician, Today), Director);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".vitals")));
    }

    private IRenderedComponent<HealthPage> Page(Actor who) => Show<HealthPage>(who, _ => { });

    private static string Figure(IRenderedComponent<HealthPage> page, string name) =>
        page.FindAll(".figures > div").Single(one => one.QuerySelector("dt")!.TextContent == name).QuerySelector("dd")!.TextContent;
}
