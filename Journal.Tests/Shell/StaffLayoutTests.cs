using Bunit;
using Journal.Core.People;
using Journal.Tests.Support;
using Journal.Web.Shell;
using Microsoft.AspNetCore.Components;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Shell;

public sealed class StaffLayoutTests : StaffContext
{
    [Fact]
    public void A_teacher_is_offered_the_journal_and_nothing_that_does_not_exist()
    {
        var frame = Frame(SmallSchoolFacts.Teacher);

        Assert.Equal([("/journal", "Журнал")], Links(frame, ".bar nav a"));
        Assert.Equal([("/journal", "Журнал")], Links(frame, ".tabs a"));
    }

    [Fact]
    public void A_class_teacher_is_offered_the_own_class_in_the_bar_and_below()
    {
        var frame = Frame(ClassTeacher);

        Assert.Equal([("/journal", "Журнал"), ("/class/1", "Мой класс")], Links(frame, ".bar nav a"));
        Assert.All(frame.FindAll(".tabs a"), tab => Assert.NotNull(tab.QuerySelector("svg[aria-hidden=true]")));
    }

    [Fact]
    public async Task A_teacher_who_is_a_parent_here_has_a_switch_to_the_diary()
    {
        await School.Writer.Submit(new LinkGuardian(ClassTeacher.Person, Boris, Today), Registrar);

        Assert.Contains(("/diary", "Дневник"), Links(Frame(ClassTeacher), ".bar nav a"));
    }

    [Fact]
    public async Task A_section_comes_and_goes_with_the_right_to_it_while_the_page_is_open()
    {
        var frame = Frame(ClassTeacher);
        var link = new LinkGuardian(ClassTeacher.Person, Boris, Today);

        await School.Writer.Submit(link, Registrar);
        frame.WaitForAssertion(() => Assert.Contains(("/diary", "Дневник"), Links(frame, ".bar nav a")));
        await School.Writer.Submit(new UnlinkGuardian(ClassTeacher.Person, Boris, Today), Registrar);

        frame.WaitForAssertion(() => Assert.DoesNotContain(("/diary", "Дневник"), Links(frame, ".bar nav a")));
    }

    [Fact]
    public void The_menu_names_the_person_and_signs_out_by_a_form_that_may_be_held()
    {
        var frame = Frame(Deputy);

        Assert.Equal("ФИ", frame.Find(".face").TextContent);
        Assert.Equal("Фамилия2 Имя2", frame.Find("#me .who b").TextContent);
        Assert.Equal("Завуч", frame.Find("#me .who small").TextContent);
        Assert.Equal("me", frame.Find("button.me").GetAttribute("popovertarget"));
        Assert.Equal("/sign-out", frame.Find("form[data-sign-out]").GetAttribute("action"));
    }

    [Fact]
    public void The_menu_leads_to_the_own_account() => Assert.Equal([("/account", "Моя учётная запись")], Links(Frame(Deputy), "#me a"));

    [Theory]
    [InlineData(null, "system")]
    [InlineData("dark", "dark")]
    public void The_menu_shows_which_theme_and_language_are_chosen(string? theme, string chosen)
    {
        var frame = Frame(Deputy, visit: new Visit(theme, false, false));

        Assert.Equal([chosen, "ru"], frame.FindAll("#me [aria-pressed=true]").Select(button => button.GetAttribute("value")));
    }

    [Fact]
    public void A_page_that_fails_says_so_calmly_and_can_be_shown_again()
    {
        var fails = true;
        var frame = Frame(Deputy, Body);

        Assert.Contains("не открылась", frame.Find("main [role=alert]").TextContent);
        Assert.DoesNotContain("secret detail", frame.Markup);
        fails = false;
        frame.Find("main [role=alert] button").Click();

        Assert.Equal("works", frame.Find("main p").TextContent);

        void Body(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder content)
        {
            content.OpenComponent<Fragile>(0);
            content.AddComponentParameter(1, nameof(Fragile.Fails), (Func<bool>)(() => fails));
            content.CloseComponent();
        }
    }

    [Fact]
    public void A_line_that_can_be_read_by_others_is_said_in_the_bar()
    {
        var frame = Frame(Deputy, visit: new Visit(null, PlainHttp: true, SharedComputer: false));

        Assert.Contains("HTTPS", frame.Find(".bar .notes .chip").GetAttribute("title"));
    }

    [Fact]
    public void Where_there_is_nothing_to_warn_of_the_bar_is_quiet() => Assert.Empty(Frame(Deputy).FindAll(".notes"));

    [Fact]
    public void The_first_thing_on_a_page_leads_to_its_content()
    {
        var frame = Frame(Deputy);

        Assert.Equal("/#main", frame.Find("a.skip").GetAttribute("href"));
        Assert.Equal("-1", frame.Find("main#main").GetAttribute("tabindex"));
    }

    private static List<(string?, string)> Links(IRenderedComponent<StaffLayout> frame, string where) =>
        [.. frame.FindAll(where).Select(link => (link.GetAttribute("href"), link.TextContent))];

    private sealed class Fragile : ComponentBase
    {
        [Parameter]
        public Func<bool> Fails { get; set; } = () => false;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            if (Fails())
                throw new InvalidOperationException("secret detail");

            builder.AddMarkupContent(0, "<p>works</p>");
        }
    }
}
