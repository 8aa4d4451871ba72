using System.Globalization;
using Bunit;
using Journal.Core.Basics;
using Journal.Core.People;
using Journal.Web.Accounts.Pages;
using Journal.Web.Home;

namespace Journal.Tests.Web;

public sealed class HomeViewTests : BunitContext
{
    private static readonly HomeOf Nothing = new("Белова Марина Сергеевна", [], [], [], [], null);

    public HomeViewTests() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru");

    [Fact]
    public void A_teacher_sees_courses_and_the_led_class()
    {
        var home = Nothing with
        {
            Roles = [Role.Teacher],
            Courses = [new(new CourseId(1), "Алгебра", "7А", 7), new(new CourseId(2), "Геометрия", "8А", 8)],
            Classes = [new(new ClassId(3), "7Б", 28)],
        };

        var view = Render<HomeView>(p => p.Add(v => v.Home, home));

        Assert.Equal(["Мои журналы", "Классное руководство"], view.FindAll("h2").Select(h => h.TextContent));
        Assert.Equal(["7ААлгебра", "8АГеометрия", "7Бучеников: 28"], view.FindAll("li").Select(l => l.TextContent));
        Assert.Equal("Учитель", view.Find(".roles").TextContent);
    }

    [Fact]
    public void A_guardian_sees_the_children_and_a_student_the_own_class()
    {
        var child = new HomeChild(new StudentId(5), "Соколова Варвара", "Варвара", "7Б");

        Assert.Equal("Мои дети", Render<HomeView>(p => p.Add(v => v.Home, Nothing with { Children = [child] })).Find("h2").TextContent);
        Assert.Equal("Мой класс", Render<HomeView>(p => p.Add(v => v.Home, Nothing with { Self = child })).Find("h2").TextContent);
    }

    [Fact]
    public void Whoever_has_nothing_yet_is_told_whom_to_ask()
    {
        var view = Render<HomeView>(p => p.Add(v => v.Home, Nothing));

        Assert.Contains("администратору", view.Find(".empty").TextContent);
        Assert.Empty(view.FindAll("section"));
    }

    [Fact]
    public void A_name_is_text_and_never_markup()
    {
        var view = Render<HomeView>(p => p.Add(v => v.Home, Nothing with { Name = "<script>alert(1)</script>" }));

        Assert.Empty(view.FindAll("script"));
        Assert.Equal("<script>alert(1)</script>", view.Find("h1").TextContent);
    }

    [Fact]
    public void The_sign_in_fields_say_what_went_wrong_where_it_is_heard()
    {
        var fine = Render<SignInFields>();
        var wrong = Render<SignInFields>(p => p.Add(f => f.Trouble, "не подошли").Add(f => f.Login, "teacher"));

        Assert.Empty(fine.FindAll(".err"));
        Assert.False(fine.Find("input").HasAttribute("aria-invalid"));
        Assert.Equal("не подошли", wrong.Find("[role=alert] .err").TextContent);
        Assert.All(wrong.FindAll("input"), input => Assert.Equal("true", input.GetAttribute("aria-invalid")));
        Assert.Equal("teacher", wrong.Find("input[name=Login]").GetAttribute("value"));
        Assert.False(wrong.Find("input[name=Password]").HasAttribute("value"));
    }

    [Fact]
    public void Where_there_is_nobody_to_play_there_is_no_panel()
    {
        var nobody = Render<DemoPanel>(p => p.Add(d => d.People, []));
        Assert.Equal("", nobody.Markup.Trim());
    }
}
