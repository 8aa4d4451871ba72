using Journal.Core.Basics;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Tests.Support;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

/// <summary>A page of 34 students × 40 lessons, as full as one gets, typed into as fast as one can.</summary>
[Collection(GridBrowserCollection.Name)]
public sealed class FullPageTests(BrowserFixture browser, FullPage school) : IClassFixture<FullPage>
{
    private static readonly string[] Digits = ["5", "4", "3", "2"];

    [Fact]
    public async Task Thirty_marks_down_a_column_are_shown_to_the_class_teacher_and_the_family_as_they_are_typed()
    {
        const int column = 37;
        await school.Empty();
        await using var teacher = await Open("teacher");
        await using var classTeacher = await Open("class-teacher");
        await using var guardian = await browser.Visit(school, "parent");
        await guardian.Page.GotoAsync($"/diary/{FullPage.Student(0).Value}");
        var diary = guardian.Page.Locator("main");
        await Assertions.Expect(diary.Locator(".mk .m")).ToHaveCountAsync(0);
        await Cell(teacher, 0, column).ClickAsync();

        for (var row = 0; row < 30; row++)
        {
            await teacher.Page.Type(Digits[row % 4]);
            await Cell(classTeacher, row, column).GetByText(Digits[row % 4]).WaitForAsync();
            if (row == 0)
                await Assertions.Expect(diary.Locator(".mk .m")).ToContainTextAsync("5");
        }

        await teacher.Page.Settled();
        Assert.Equal(Enumerable.Range(0, FullPage.Height).Select(row => row < 30 ? Digits[row % 4] : ""), school.Column(column));
        // Of the other 29 the family has heard nothing.
        await Assertions.Expect(diary.Locator(".mk .m")).ToHaveCountAsync(1);
        Assert.Empty(teacher.Complaints.Concat(classTeacher.Complaints).Concat(guardian.Complaints));
    }

    [Fact]
    public async Task Typing_through_a_cut_of_the_network_loses_and_doubles_nothing()
    {
        const int column = 5;
        await school.Empty();
        var before = await school.Head();
        await using var teacher = await Open("teacher");
        await Cell(teacher, 0, column).ClickAsync();

        for (var row = 0; row < FullPage.Height; row++)
        {
            if (row == 10)
                await teacher.Context.SetOfflineAsync(true);
            if (row == 24)
            {
                // By now the page has noticed.
                await Assertions.Expect(teacher.Page.Locator("html")).ToHaveAttributeAsync("data-line", "waiting");
                await teacher.Context.SetOfflineAsync(false);
            }

            await teacher.Page.Type(Digits[row % 4]);
        }

        await teacher.Page.Settled();
        await Assertions.Expect(teacher.Page.Locator("html")).ToHaveAttributeAsync("data-line", "up", new() { Timeout = 30_000 });
        Assert.Equal(Enumerable.Range(0, FullPage.Height).Select(row => Digits[row % 4]), school.Column(column));
        Assert.Equal(FullPage.Height, await Changes(FullPage.Work(column), before));
    }

    [Fact]
    public async Task A_whole_page_from_a_spreadsheet_is_taken_as_one_and_given_back_as_one()
    {
        await school.Empty();
        await using var teacher = await Open("teacher");
        await Cell(teacher, 0, 0).ClickAsync();
        var marks = Enumerable
            .Range(0, FullPage.Height)
            .Select(row => Enumerable.Range(0, FullPage.Width).Select(column => Digits[(row + column) % 4]).ToArray());
        var sheet = marks.Select(row => row.ToArray()).ToArray();

        await teacher.Page.Paste(string.Join('\n', sheet.Select(row => string.Join('\t', row))));
        await teacher.Page.Settled();
        Assert.Equal(sheet, school.Marks());

        await teacher.Page.Keyboard.PressAsync("Control+z");
        await teacher.Page.Settled();
        Assert.All(school.Marks(), row => Assert.All(row, mark => Assert.Equal("", mark)));
        Assert.Empty(teacher.Complaints);
    }

    [Theory]
    [InlineData(1440, 420)]
    [InlineData(900, 500)]
    [InlineData(360, 640)]
    public async Task Focus_is_never_under_what_sticks_to_the_window(int width, int height)
    {
        await using var teacher = await browser.Visit(
            school,
            "teacher",
            options => options.ViewportSize = new() { Width = width, Height = height }
        );
        var page = teacher.Page;
        await page.GotoAsync($"/journal/{FullPage.History.Value}");
        await page.Locator(".journal[data-ready]").WaitForAsync();
        await page.Locator("table.grid td[tabindex='0']").FocusAsync();

        foreach (var key in new[] { "Control+End", "Control+Home", "End", "Control+ArrowDown", "Home", "Control+ArrowUp" })
        {
            await page.Keyboard.PressAsync(key);
            // What lies in the middle of the focused cell is the cell itself.
            Assert.True(
                await page.EvaluateAsync<bool>(
                    """
                    () => {
                      const { left, top, width, height } = document.activeElement.getBoundingClientRect();
                      return document.activeElement.contains(document.elementFromPoint(left + width / 2, top + height / 2));
                    }
                    """
                ),
                key
            );
        }
    }

    /// <summary>A colleague's script fills the right half, sixty marks a second, while the teacher types into the left one, far from the server.</summary>
    [Fact]
    public async Task Sixty_edits_a_second_of_others_and_a_long_way_to_the_server_cost_no_key_and_no_frame()
    {
        const int column = 3;
        await school.Empty();
        await using var line = new DelayedLine(school.Address, TimeSpan.FromMilliseconds(50));
        await using var teacher = await browser.Visit(school, "teacher", address: line.Address);
        await Ready(teacher);
        await Cell(teacher, 0, column).ClickAsync();
        await teacher.Page.WatchEcho();

        var others = TypeFromAfar();
        for (var row = 0; row < FullPage.Height; row++)
        {
            await teacher.Page.Keyboard.TypeAsync(Digits[row % 4]);
            await teacher.Page.NextFrame();
            await teacher.Page.Keyboard.PressAsync("Enter");
        }

        var typed = await others;
        await teacher.Page.Settled();
        foreach (var (row, at, mark) in typed)
            await Assertions.Expect(Cell(teacher, row, at)).ToContainTextAsync(mark);
        Assert.Equal(Enumerable.Range(0, FullPage.Height).Select(row => Digits[row % 4]), school.Column(column));
        var echoes = await teacher.Page.Echoes();
        Assert.Equal(FullPage.Height, echoes.Length);
        Assert.All(echoes, echo => Assert.InRange(echo.Frames, 1, 2));
    }

    private async Task<List<(int Row, int Column, string Mark)>> TypeFromAfar()
    {
        var typed = new List<(int, int, string)>();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1000.0 / 60));
        for (var i = 0; i < 240; i++)
        {
            var (row, at, mark) = (i % FullPage.Height, 20 + i / FullPage.Height, Digits[i % 4]);
            Assert.IsType<Core.Writing.Applied>(await school.Writer.Submit(school.PutNow(row, at, mark), SmallSchoolFacts.OtherTeacher));
            typed.Add((row, at, mark));
            await tick.WaitForNextTickAsync();
        }

        return typed;
    }

    private async Task<Visitor> Open(string login)
    {
        var visitor = await browser.Visit(school, login);
        await Ready(visitor);
        return visitor;
    }

    private static async Task Ready(Visitor visitor)
    {
        await visitor.Page.GotoAsync($"/journal/{FullPage.History.Value}");
        await visitor.Page.Locator(".journal[data-ready]").WaitForAsync();
    }

    private static ILocator Cell(Visitor visitor, int row, int column) =>
        visitor.Page.Locator($"#s{FullPage.Student(row).Value} > td").Nth(1 + column);

    private async Task<int> Changes(WorkId work, long after)
    {
        var all = await school.Get<ChangeLog>().About(FullPage.History, RegisterKinds.MarkSet);
        return all.Count(change => change.Seq > after && change.Event is MarkSet e && e.Work == work);
    }
}
