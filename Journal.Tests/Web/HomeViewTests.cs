using Bunit;
using Journal.Core.Basics;
using Journal.Core.People;
using Journal.Tests.Support;
using Journal.Web.Home;

namespace Journal.Tests.Web;

public sealed class HomeViewTests : BunitContext
{
    private static readonly HomeOf Nothing = new("Белова Марина Сергеевна", [], [], [], [], [], null);
    private static readonly HomeCourse Algebra = new(new CourseId(1), "Алгебра", "7А", 7);
    private static readonly HomeCourse Geometry = new(new CourseId(2), "Геометрия", "8А", 8);

    public HomeViewTests() => Language.Is("ru");

    [Fact]
    public void Own_journals_stand_by_subject_and_led_classes_below()
    {
        var home = Nothing with { Courses = [Algebra, Geometry], Classes = [new(new ClassId(3), "7Б", 7, 28, "")] };

        var view = Show(home);

        Assert.Equal(["Уроки сегодня", "Мои журналы", "Классное руководство"], view.FindAll("h2").Select(h => h.TextContent));
        Assert.Equal(["Алгебра", "Геометрия"], view.FindAll(".subject").Select(subject => subject.TextContent));
        Assert.Equal(
            ["7А, Алгебра", "7А, Алгебра: план", "8А, Геометрия", "8А, Геометрия: план"],
            view.FindAll(".links a").Select(link => link.GetAttribute("aria-label"))
        );
        Assert.Equal("/class/3", view.Find("[aria-labelledby=classes] a").GetAttribute("href"));
    }

    [Fact]
    public void A_day_without_lessons_says_so() =>
        Assert.Contains("уроков нет", Show(Nothing with { Courses = [Algebra] }).Find(".day").TextContent);

    [Fact]
    public void Whoever_reads_the_whole_school_sees_every_class()
    {
        var view = Show(Nothing with { School = [new(new ClassId(3), "7Б", 7, 28, "Белова М. С."), new(new ClassId(4), "8А", 8, 27, "")] });

        Assert.Equal(["/class/3", "/class/4"], view.FindAll(".tiles a").Select(link => link.GetAttribute("href")));
        Assert.Equal("7Бучеников: 28Белова М. С.", view.Find(".tiles a").TextContent);
        Assert.Empty(view.FindAll(".day"));
    }

    [Fact]
    public void Whoever_has_nothing_yet_is_told_whom_to_ask()
    {
        var view = Show(Nothing with { Roles = [Role.Teacher] });

        Assert.Contains("администратору", view.Find(".empty").TextContent);
        Assert.Empty(view.FindAll("section"));
    }

    [Fact]
    public void A_technician_is_shown_the_way_to_the_server_and_needs_to_ask_nobody()
    {
        var view = Show(Nothing with { Roles = [Role.Technician] });

        Assert.Equal("/school/health", view.Find(".empty a").GetAttribute("href"));
        Assert.DoesNotContain("администратору", view.Find(".empty").TextContent);
    }

    [Fact]
    public void A_guardian_is_shown_the_way_to_the_diary()
    {
        var child = new HomeChild(new StudentId(5), "Соколова Варвара", "Варвара", "7Б");

        var view = Show(Nothing with { Children = [child] });

        Assert.Equal("/diary", view.Find(".empty a").GetAttribute("href"));
    }

    private IRenderedComponent<HomeView> Show(HomeOf home) =>
        Render<HomeView>(view => view.Add(v => v.Home, home).Add(v => v.Today, SmallSchoolFacts.Today));
}
