using Journal.Tests.Support;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class StaffFrameTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    [Theory]
    [InlineData("/journal", ColorScheme.Light, 360)]
    [InlineData("/class/1", ColorScheme.Dark, 1440)]
    public async Task A_page_is_without_fault_for_those_who_do_not_see_it_and_fits_its_window(string path, ColorScheme theme, int width)
    {
        await using var visitor = await browser.Visit(school, "class-teacher", At(width, theme));
        await visitor.Open(path);
        await visitor.Page.Locator("button.me").ClickAsync();

        await visitor.Page.ShutsNobodyOut();

        await visitor.Page.FitsItsWindow();
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_chip_says_what_the_line_and_the_unsent_marks_say_and_keeps_saying_it_on_the_next_page()
    {
        await using var visitor = await browser.Visit(school, "class-teacher");
        await visitor.Open("/journal");
        var chip = visitor.Page.Locator(".line");
        Assert.Equal("На связи", await chip.InnerTextAsync());

        await Outbox(visitor, "{ unsent: 3 }");
        await Line(visitor, "down");
        Assert.Equal(("Ждут отправки:", "\"3\""), (await chip.InnerTextAsync(), await Count(visitor)));
        await visitor.Page.Locator(".bar nav a[href='/class/1']").ClickAsync();
        await visitor.Page.Locator("h1", new() { HasText = "7Б" }).WaitForAsync();
        Assert.Equal("Ждут отправки:", await chip.InnerTextAsync());

        await Outbox(visitor, "{ unsent: 0 }");
        Assert.Equal("Нет связи, записи сохранятся", await chip.InnerTextAsync());
        await Line(visitor, "up");
        await Outbox(visitor, "{ clash: 4 }");
        Assert.Equal(("Два разных значения:", "\"4\""), (await chip.InnerTextAsync(), await Count(visitor)));
        await Outbox(visitor, "{ refused: 1 }");
        Assert.Equal("Не принято:", await chip.InnerTextAsync());
        await Outbox(visitor, "{ refused: 0, clash: 0 }");
        Assert.Equal("На связи", await chip.InnerTextAsync());
    }

    [Fact]
    public async Task The_theme_changes_at_once_and_is_kept()
    {
        await using var visitor = await browser.Visit(school, "deputy");
        await visitor.Open("/journal");
        await visitor.Page.Locator("button.me").ClickAsync();

        await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Тёмная" }).ClickAsync(),
            "**/preferences"
        );

        Assert.Equal("dark", await visitor.Page.Locator("html").GetAttributeAsync("data-theme"));
        await visitor.Open("/journal");
        Assert.Equal("dark", await visitor.Page.Locator("html").GetAttributeAsync("data-theme"));
        Assert.Equal("rgb(15, 19, 18)", await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task On_a_phone_the_sections_lie_below_and_the_keyboard_reaches_the_content_first()
    {
        await using var visitor = await browser.Visit(school, "class-teacher", At(360, ColorScheme.Light));
        await visitor.Open("/journal");

        Assert.False(await visitor.Page.Locator(".bar nav").IsVisibleAsync());
        await visitor.Page.Locator(".tabs a", new() { HasText = "Мой класс" }).ClickAsync();
        await visitor.Page.Locator("h1", new() { HasText = "Мой класс 7Б" }).WaitForAsync();
        Assert.Equal("page", await visitor.Page.Locator(".tabs a[href='/class/1']").GetAttributeAsync("aria-current"));
        await visitor.Page.Locator("a.skip").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator("main:focus").WaitForAsync();
    }

    [Fact]
    public async Task A_student_is_found_by_the_keyboard_and_the_page_opens_in_the_students_row()
    {
        await using var visitor = await browser.Visit(school, "teacher", At(1440, ColorScheme.Light));
        await visitor.Open("/journal");
        await visitor.Page.Keyboard.PressAsync("Control+k");
        await visitor.Page.Keyboard.TypeAsync("имя22");
        await visitor.Page.Locator("#find a").GetByText("Фамилия22").WaitForAsync();
        await visitor.Page.ShutsNobodyOut();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.Locator("#s22 td[data-sel=at]")).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Page.Locator("#find")).ToBeHiddenAsync();
        await visitor.Page.Keyboard.PressAsync("Control+k");
        await visitor.Page.Keyboard.TypeAsync("имя23");
        await visitor.Page.Locator("#find a").GetByText("Фамилия23").WaitForAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("#s23 td[data-sel=at]")).ToBeFocusedAsync();
        Assert.Empty(visitor.Complaints);
    }

    private static Action<BrowserNewContextOptions> At(int width, ColorScheme theme) =>
        options => (options.ViewportSize, options.ColorScheme) = (new() { Width = width, Height = width < 700 ? 780 : 900 }, theme);

    private static async Task Outbox(Visitor visitor, string detail) => await Tell(visitor, "journal:outbox", detail);

    private static async Task Line(Visitor visitor, string state) => await Tell(visitor, "journal:line", $"'{state}'");

    private static async Task Tell(Visitor visitor, string name, string detail) =>
        await visitor.Page.EvaluateAsync($"document.dispatchEvent(new CustomEvent('{name}', {{ detail: {detail} }}))");

    private static Task<string> Count(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string>(
            "getComputedStyle([...document.querySelectorAll('.line b')].find(b => b.checkVisibility()), '::after').content"
        );
}
