using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>The grade grid as a teacher uses it: real Chromium, real Kestrel, the small school's algebra.</summary>
[Collection(GridBrowserCollection.Name)]
public sealed class GridTests(BrowserFixture browser, GridTests.OwnSchool school) : IClassFixture<GridTests.OwnSchool>
{
    private const string Path = "/journal/1";
    private static readonly StudentId[] InOrder = [Anna, Boris, Vera, Newcomer];

    [Fact]
    public async Task Marks_typed_down_a_column_are_recorded_and_a_colleague_sees_each_without_reloading()
    {
        await Empty();
        await using var teacher = await Open("teacher");
        await using var colleague = await Open("class-teacher");
        await Stand(teacher, 0, WorkToday);

        foreach (var key in new[] { "5", "4", "y", "54" })
            await teacher.Page.Type(key);

        await Cell(colleague, 3, WorkToday).GetByText("5/4").WaitForAsync();
        await teacher.Page.Settled();
        Assert.Equal(["5", "4", "", "5/4"], Marks(WorkToday));
        Assert.Equal(new(1), school.Page.AttendanceAt(LessonToday, Vera).Value.Code);
        Assert.Equal("true", await colleague.Page.Locator("table.grid").GetAttributeAsync("aria-readonly"));
        Assert.Empty(teacher.Complaints);
        Assert.Empty(colleague.Complaints);
    }

    [Fact]
    public async Task Enter_goes_right_for_whoever_prefers_it_and_with_shift_back()
    {
        await Empty();
        await using var teacher = await browser.Visit(school, "teacher");
        await teacher.Page.GotoAsync("/account");
        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = "Вправо" }).ClickAsync();
        await teacher.Page.Locator("[name=enter][value=right][aria-pressed=true]").WaitForAsync();
        await Arrive(teacher);
        await Stand(teacher, 0, Work16);

        await teacher.Page.Type("5");
        await teacher.Page.Type("4");
        await teacher.Page.Keyboard.PressAsync("Shift+Enter");
        await teacher.Page.Keyboard.PressAsync("Shift+Enter");
        await Assertions.Expect(Cell(teacher, 0, Work16)).ToBeFocusedAsync();
        await teacher.Page.Keyboard.PressAsync("Enter");
        await teacher.Page.Keyboard.TypeAsync("3");
        await teacher.Page.Keyboard.PressAsync("Shift+Enter");
        await Assertions.Expect(Cell(teacher, 0, Work16)).ToBeFocusedAsync();
        await teacher.Page.Settled();

        Assert.Equal(["5", "", "", ""], Marks(Work16));
        Assert.Equal(["3", "", "", ""], Marks(WorkToday));
        Assert.Empty(teacher.Complaints);
    }

    [Fact]
    public async Task What_is_typed_without_a_network_waits_is_sent_once_and_can_be_undone()
    {
        await Empty();
        await using var teacher = await Open("teacher");
        await Stand(teacher, 0, Work16);
        await teacher.Context.SetOfflineAsync(true);

        foreach (var key in new[] { "3", "4", "5" })
            await teacher.Page.Type(key);
        Assert.Equal(3, await teacher.Page.Locator("td[data-state=waiting]").CountAsync());
        Assert.Equal(["", "", "", ""], Marks(Work16));
        await teacher.Context.SetOfflineAsync(false);
        await teacher.Page.Settled();

        Assert.Equal(["3", "4", "5", ""], Marks(Work16));
        Assert.Equal(3, await Changes(Work16, Anna, Boris, Vera));
        await teacher.Page.Keyboard.PressAsync("Control+z");
        await teacher.Page.Settled();
        Assert.Equal(["3", "4", "", ""], Marks(Work16));
    }

    [Fact]
    public async Task Marks_of_a_closed_tab_are_sent_by_the_next_one()
    {
        await Empty();
        await using var teacher = await Open("teacher");
        await Stand(teacher, 0, Work16);
        await teacher.Context.SetOfflineAsync(true);
        await teacher.Page.Type("5");
        await teacher.Page.CloseAsync();
        await teacher.Context.SetOfflineAsync(false);

        var again = await teacher.Context.NewPageAsync();
        await again.GotoAsync(Path);
        await again.Locator(".journal[data-ready]").WaitForAsync();
        await Assertions.Expect(again.Locator("td[data-state=waiting]")).ToHaveCountAsync(0);
        await again.Locator("td[data-v]").GetByText("5").First.WaitForAsync();

        Assert.Equal(["5", "", "", ""], Marks(Work16));
    }

    [Theory]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task Two_different_values_are_shown_side_by_side_and_one_is_chosen(int width, ColorScheme theme)
    {
        await Empty();
        await using var teacher = await Open(
            "teacher",
            options =>
            {
                (options.ViewportSize, options.ColorScheme) = (new() { Width = width, Height = 780 }, theme);
                options.TimezoneId = "Asia/Vladivostok";
            }
        );
        await Stand(teacher, 0, WorkToday);
        await teacher.Context.SetOfflineAsync(true);
        await teacher.Page.Type("5");
        await school.Done(Put("3", school.Page.MarkAt(WorkToday, Anna).Version));
        await teacher.Context.SetOfflineAsync(false);

        await teacher.Page.Locator("td[data-state=clash]").WaitForAsync();
        Assert.Equal("3", Marks(WorkToday)[0]);
        await teacher.Page.ShutsNobodyOut();
        await teacher.Page.FitsItsWindow();
        // In the school's time, though the browser stands at the other end of the country; and nothing lies over either answer.
        await Assertions.Expect(teacher.Page.Locator(".pops .pop")).ToContainTextAsync("10:00");
        await teacher.Page.Locator(".pops [data-do=theirs]").ClickAsync(new() { Trial = true });
        await teacher.Page.Locator(".pops [data-do=mine]").ClickAsync();
        await teacher.Page.Settled();

        Assert.Equal("5", Marks(WorkToday)[0]);
    }

    [Fact]
    public async Task A_paste_is_taken_whole_and_what_cannot_be_a_mark_is_shown_before()
    {
        await Empty();
        await using var teacher = await Open("teacher");
        await Stand(teacher, 0, Work16);

        await teacher.Page.Paste("5\t4\n3\tн\n4\tsix");
        await teacher.Page.Locator(".pops [data-do=rest]").WaitForAsync();
        Assert.Equal(["", "", "", ""], Marks(Work16));
        await teacher.Page.Locator(".pops [data-do=rest]").ClickAsync();
        await teacher.Page.Settled();

        Assert.Equal(["5", "3", "4", ""], Marks(Work16));
        Assert.Equal(["4", "", "", ""], Marks(WorkToday));
        Assert.NotNull(school.Page.AttendanceAt(LessonToday, Boris).Value.Code);
    }

    [Fact]
    public async Task What_is_not_on_the_scale_is_struck_through_and_never_sent()
    {
        await Empty();
        await using var teacher = await Open("teacher");
        await Stand(teacher, 0, WorkToday);
        var head = await school.Head();

        await teacher.Page.Type("9");

        await Cell(teacher, 0, WorkToday).And(teacher.Page.Locator("[data-state=refused]")).WaitForAsync();
        Assert.Contains("«9»", await teacher.Page.Locator(".says-cell").InnerTextAsync());
        Assert.Equal(head, await school.Head());
    }

    [Fact]
    public async Task A_topic_is_offered_from_the_plan_and_recorded_in_place()
    {
        await using var teacher = await Open("teacher");
        var topic = teacher.Page.Locator($"tr[data-lesson='{LessonToday.Value}'] td[data-field=topic]");
        await topic.ClickAsync();
        await teacher.Page.Locator("table.topics .write textarea").FillAsync("Квадрат суммы");
        await teacher.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(teacher.Page.Locator("table.topics td[data-state=waiting]")).ToHaveCountAsync(0);
        await topic.GetByText("Квадрат суммы").WaitForAsync();

        Assert.Equal("Квадрат суммы", school.Page.Lessons[LessonToday].Topic);
    }

    [Theory]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task The_grid_is_without_fault_for_those_who_do_not_see_it_and_fits_its_window(int width, ColorScheme theme)
    {
        await using var teacher = await Open(
            "teacher",
            options => (options.ViewportSize, options.ColorScheme) = (new() { Width = width, Height = width < 700 ? 780 : 900 }, theme)
        );

        await teacher.Page.ShutsNobodyOut();

        await teacher.Page.FitsItsWindow();
        Assert.Equal(1, await teacher.Page.Locator("table.grid tbody [tabindex='0']").CountAsync());
    }

    private async Task<Visitor> Open(string login, Action<BrowserNewContextOptions>? change = null)
    {
        var visitor = await browser.Visit(school, login, change);
        await Arrive(visitor);
        return visitor;
    }

    private static async Task Arrive(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Path);
        await visitor.Page.Locator(".journal[data-ready]").WaitForAsync();
    }

    private static ILocator Cell(Visitor visitor, int row, WorkId work) =>
        visitor
            .Page.Locator($"#s{InOrder[row].Value} > td")
            .Nth(
                1
                    + (
                        work == Work9 ? 0
                        : work == Work16 ? 1
                        : 2
                    )
            );

    private static Task Stand(Visitor visitor, int row, WorkId work) => Cell(visitor, row, work).ClickAsync();

    private string[] Marks(WorkId work) =>
        [.. InOrder.Select(student => TypedMark.Text(school.Page.MarkAt(work, student).Value, school.Page.Rules.Scale))];

    private async Task<int> Changes(WorkId work, params StudentId[] students)
    {
        var seen = 0;
        foreach (var student in students)
            seen += (await school.Get<Core.Persistence.ChangeLog>().About(student, Algebra, RegisterKinds.MarkSet)).Count(change =>
                change.Event is MarkSet { After.IsEmpty: false } set && set.Work == work && change.Seq > school.EmptiedAt
            );
        return seen;
    }

    private Task Empty() => school.Empty(InOrder);

    /// <summary>A school of these tests' own, emptied before each.</summary>
    public sealed class OwnSchool : ApiSchool
    {
        public JournalPage Page => Get<Core.Register.Storage.JournalPages>().Read(AlgebraPage)!;

        public long EmptiedAt { get; private set; }

        public async Task Done(Command command) => Assert.IsType<Applied>(await Writer.Submit(command, SmallSchoolFacts.Teacher));

        public async Task Empty(IEnumerable<StudentId> students)
        {
            foreach (var student in students)
            {
                foreach (var work in new[] { Work16, WorkToday })
                    await Writer.Submit(Put("", Page.MarkAt(work, student).Version, work, student), SmallSchoolFacts.Teacher);
                await Writer.Submit(
                    Absent("", Page.AttendanceAt(LessonToday, student).Version, student: student),
                    SmallSchoolFacts.Teacher
                );
            }

            EmptiedAt = await Head();
        }
    }
}
