using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Tests.Support;
using Journal.Web.Accounts;
using Journal.Web.Accounts.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>What opens beside a cell or over the grid: histories, a column's dialog, the password again, two values of a lesson's record.</summary>
[Collection(GridBrowserCollection.Name)]
public sealed class GridCardsTests(BrowserFixture browser, GridTests.OwnSchool school) : IClassFixture<GridTests.OwnSchool>
{
    private static readonly StudentId[] InOrder = [Anna, Boris, Vera, Newcomer];

    [Fact]
    public async Task A_session_that_ends_in_mid_typing_is_begun_again_in_place_and_no_key_is_lost()
    {
        await school.FinishSetUp();
        await using var teacher = await Open();
        await Today(teacher, Anna).ClickAsync();
        await teacher.Page.Type("5");
        await teacher.Page.Settled();
        await EndSessions("teacher");
        await teacher.Page.Clock.InstallAsync();

        await teacher.Page.Type("4");
        var card = teacher.Page.Locator(".pops [data-kind=sign-in]");
        await card.WaitForAsync();
        // The card is there, and one is still typing, or looks for somebody.
        await teacher.Page.Type("3");
        await teacher.Page.Locator(".find").ClickAsync();
        await teacher.Page.Clock.FastForwardAsync(2_000);
        await Assertions.Expect(teacher.Page.Locator("#find-text")).ToBeFocusedAsync();
        await Today(teacher, Anna).ClickAsync();
        await teacher.Page.Clock.FastForwardAsync(2_000);
        await Assertions.Expect(card.Locator("[name=login]")).ToBeFocusedAsync();
        await teacher.Page.ShutsNobodyOut();
        await card.Locator("[name=login]").FillAsync("teacher");
        await card.Locator("[name=password]").FillAsync("not it");
        await card.Locator("[type=submit]").ClickAsync();
        await Assertions.Expect(card.Locator("[data-slot=trouble]")).Not.ToBeEmptyAsync();
        Assert.Equal(["5", "", "", ""], Marks());
        // After a wrong one the next try has to wait.
        school.Clock.Advance(TimeSpan.FromMinutes(1));
        await card.Locator("[name=password]").FillAsync(ApiSchool.Password);
        await card.Locator("[type=submit]").ClickAsync();

        await Assertions.Expect(card).ToHaveCountAsync(0);
        await teacher.Page.Settled();
        Assert.Equal(["5", "4", "3", ""], Marks());
        await Assertions.Expect(teacher.Page.Locator("html")).ToHaveAttributeAsync("data-line", "up");
    }

    [Fact]
    public async Task Two_tabs_of_one_teacher_send_everything_once()
    {
        await using var teacher = await Open();
        var second = await teacher.Context.NewPageAsync();
        await second.GotoAsync("/journal/1");
        await second.Locator(".journal[data-ready]").WaitForAsync();
        await teacher.Context.SetOfflineAsync(true);
        await Today(teacher.Page, Anna).ClickAsync();
        await teacher.Page.Type("5");
        await Today(second, Boris).ClickAsync();
        await second.Type("4");
        await second.Type("3");

        await teacher.Context.SetOfflineAsync(false);

        foreach (var page in new[] { teacher.Page, second })
        {
            await Assertions.Expect(page.Locator("td[data-now]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
            await Assertions.Expect(Today(page, Vera)).ToContainTextAsync("3");
            await Assertions.Expect(Today(page, Anna)).ToContainTextAsync("5");
        }

        Assert.Equal(["5", "4", "3", ""], Marks());
        var seen = await school.Get<Core.Persistence.ChangeLog>().About(Algebra, RegisterKinds.MarkSet);
        Assert.Equal(3, seen.Count(change => change.Seq > school.EmptiedAt));
    }

    [Fact]
    public async Task A_mark_for_somebody_marked_absent_asks_once_and_one_key_puts_it_right()
    {
        await using var teacher = await Open();
        await school.Done(Absent("н"));
        await Assertions.Expect(Today(teacher, Anna)).ToContainTextAsync("н");
        await Today(teacher, Anna).ClickAsync();

        await teacher.Page.Type("5");
        var repair = teacher.Page.Locator(".pops [data-do=present]");
        await Assertions.Expect(repair).ToHaveTextAsync("Был на уроке: снять отсутствие и поставить 5");
        Assert.Equal("", Marks()[0]);
        await teacher.Page.ShutsNobodyOut();
        await repair.PressAsync("Enter");

        await teacher.Page.Settled();
        Assert.Equal("5", Marks()[0]);
        Assert.True(school.Page.AttendanceAt(LessonToday, Anna).Value.IsEmpty);
        await Assertions.Expect(Today(teacher, Anna)).ToHaveTextAsync("5");
    }

    [Fact]
    public async Task The_history_of_a_cell_says_who_and_when_and_gives_a_value_back()
    {
        await using var teacher = await Open();
        await school.Done(Put("5"));
        await school.Done(Put("2", school.Page.MarkAt(WorkToday, Anna).Version));
        await Today(teacher, Anna).ClickAsync();
        await teacher.Page.Keyboard.PressAsync("Shift+F10");
        await teacher.Page.Locator(".pops [data-do=history]").ClickAsync();
        var past = teacher.Page.Locator(".pops .past li");
        await Assertions.Expect(past.First).ToContainTextAsync("2");
        await Assertions.Expect(past.First).ToContainTextAsync("Фамилия6");
        await Assertions.Expect(past.First.Locator("button")).ToBeHiddenAsync();
        await teacher.Page.ShutsNobodyOut();

        await past.Nth(1).Locator("button").ClickAsync();

        await teacher.Page.Settled();
        Assert.Equal("5", Marks()[0]);
        await Assertions.Expect(Today(teacher, Anna)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_column_is_added_filled_looked_through_removed_with_its_marks_and_brought_back()
    {
        await using var teacher = await Open();
        var columns = teacher.Page.Locator("tr.r-work th");
        var before = await columns.CountAsync();
        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = "Работа", Exact = true }).ClickAsync();
        var dialog = teacher.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Название").FillAsync("Проверочная");
        await teacher.Page.ShutsNobodyOut();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Assertions.Expect(columns).ToHaveCountAsync(before + 1);
        var added = school.Page.Works.Values.Single(work => work.Work.Title == "Проверочная").Work;
        var menu = teacher.Page.Locator($"th[data-work='{added.Id.Value}'] [data-act=menu]");

        await menu.ClickAsync();
        await teacher.Page.Locator(".pops [data-do=fill]").ClickAsync();
        await teacher.Page.Locator(".pops [name=value]").FillAsync("4");
        await teacher.Page.Keyboard.PressAsync("Enter");
        await teacher.Page.Settled();
        Assert.Equal(["4", "4", "4", "4"], Marks(added.Id));
        await menu.ClickAsync();
        await teacher.Page.Locator(".pops [data-do=column-history]").ClickAsync();
        await Assertions.Expect(teacher.Page.Locator(".pops .past li")).ToHaveCountAsync(4);
        await teacher.Page.Keyboard.PressAsync("Escape");
        await menu.ClickAsync();
        await teacher.Page.Locator(".pops [data-do=work]").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Удалить столбец" }).ClickAsync();
        await Assertions.Expect(columns).ToHaveCountAsync(before);
        await teacher.Page.Locator(".mud-snackbar").GetByRole(AriaRole.Button).First.ClickAsync();

        await Assertions.Expect(columns).ToHaveCountAsync(before + 1);
        Assert.Equal(["4", "4", "4", "4"], Marks(added.Id));
        Assert.Empty(teacher.Complaints);
    }

    [Fact]
    public async Task Two_topics_of_one_lesson_are_shown_and_one_is_chosen()
    {
        await using var teacher = await Open();
        var topic = teacher.Page.Locator($"tr[data-lesson='{Lesson16.Value}'] td[data-field=topic]");
        await teacher.Context.SetOfflineAsync(true);
        await topic.ClickAsync();
        await teacher.Page.Locator("table.topics .write textarea").FillAsync("Моя тема");
        await teacher.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(topic).ToHaveAttributeAsync("data-state", "waiting");
        await school.Done(new RecordLesson(Algebra, Lesson16, "Тема коллеги", null, null, school.Page.RecordOf(Lesson16).Version));
        await teacher.Context.SetOfflineAsync(false);

        var card = teacher.Page.Locator(".pops .pop");
        await Assertions.Expect(card).ToContainTextAsync("Тема коллеги");
        await Assertions.Expect(card).ToContainTextAsync("Фамилия6");
        Assert.Equal("Тема коллеги", school.Page.Lessons[Lesson16].Topic);
        await card.Locator("[data-do=mine]").ClickAsync();

        await Assertions.Expect(teacher.Page.Locator("table.topics td[data-state]")).ToHaveCountAsync(0);
        Assert.Equal("Моя тема", school.Page.Lessons[Lesson16].Topic);
    }

    private async Task<Visitor> Open()
    {
        await school.Empty(InOrder);
        var visitor = await browser.Visit(school, "teacher");
        await visitor.Page.GotoAsync("/journal/1");
        await visitor.Page.Locator(".journal[data-ready]").WaitForAsync();
        return visitor;
    }

    private async Task EndSessions(string login)
    {
        await using var db = await school.Get<IDbContextFactory<AccountsDb>>().CreateDbContextAsync();
        var account = await db.Users.AsNoTracking().SingleAsync(one => one.UserName == login);
        await school.Get<Sessions>().EndAll(account.Id, default);
    }

    private static ILocator Today(Visitor visitor, StudentId student) => Today(visitor.Page, student);

    private static ILocator Today(IPage page, StudentId student) => page.Locator($"#s{student.Value} td.today").First;

    private string[] Marks(WorkId? work = null) =>
        [.. InOrder.Select(student => TypedMark.Text(school.Page.MarkAt(work ?? WorkToday, student).Value, school.Page.Rules.Scale))];
}
