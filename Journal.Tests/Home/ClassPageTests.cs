using Bunit;
using Journal.Core.Basics;
using Journal.Core.People;
using Journal.Tests.Shell;
using Journal.Web.Home;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Home;

public sealed class ClassPageTests : StaffContext
{
    [Fact]
    public void The_class_teacher_sees_students_with_diaries_and_journals_with_teachers()
    {
        var page = Page(ClassTeacher);

        Assert.Equal("Мой класс 7Б", page.Find("h1").TextContent);
        Assert.Equal(["/diary/21", "/diary/22", "/diary/23", "/diary/24"], Links(page, ".names a"));
        Assert.Equal(["/journal/1", "/journal/2", "/journal/3"], Links(page, ".t a"));
        Assert.Equal(["Алгебра", "Фамилия6\u00A0И."], page.FindAll(".t tbody tr:first-child > *").Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_head_reads_it_as_a_class_of_the_school() => Assert.Equal("Класс 7Б", Page(Director).Find("h1").TextContent);

    [Fact]
    public void For_everybody_else_there_is_no_such_class()
    {
        var foreign = Page(OtherTeacher).Markup;

        Assert.Contains("Такой страницы нет", foreign);
        Assert.Equal(foreign, Page(OtherTeacher, id: 999).Markup);
    }

    [Fact]
    public async Task A_right_withdrawn_takes_the_open_page_away()
    {
        var page = Page(Administrator);
        Assert.NotEmpty(page.FindAll(".names a"));

        await School.Writer.Submit(new RevokeRole(Administrator.Person, Role.Administrator, Today), Director);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".names a")));
    }

    private IRenderedComponent<ClassPage> Page(Actor who, int id = 1) => Show<ClassPage>(who, page => page.Add(p => p.Id, id));

    private static IEnumerable<string?> Links(IRenderedComponent<ClassPage> page, string where) =>
        page.FindAll(where).Select(link => link.GetAttribute("href"));
}
