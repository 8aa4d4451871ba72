using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>The roll as a teacher takes it on a tablet, while the class teacher looks on and a family waits.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RollTests(BrowserFixture browser, RollTests.OwnSchool school) : IClassFixture<RollTests.OwnSchool>
{
    [Fact]
    public async Task What_is_pressed_is_recorded_and_the_class_teacher_sees_it_without_reloading()
    {
        var lesson = await school.NewLesson();
        await using var teacher = await Open("teacher", lesson);
        await using var colleague = await Open("class-teacher", lesson);

        await Code(teacher, Anna, "н").ClickAsync();
        await Code(teacher, Boris, "о").ClickAsync();

        await Assertions.Expect(Code(colleague, Anna, "н")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(colleague.Page.Locator("[data-sum]")).ToHaveTextAsync("3 из 4 на уроке");
        await Saved(teacher);
        // The school's clock shows 10:00, the lesson began at 9:45.
        Assert.Equal(["н", "о15", "", ""], school.Values(lesson));
        Assert.Empty(teacher.Complaints);
        Assert.Empty(colleague.Complaints);
    }

    [Fact]
    public async Task Pressed_again_the_student_is_present_and_every_step_can_be_taken_back()
    {
        var lesson = await school.NewLesson();
        await using var teacher = await Open("teacher", lesson);

        await Code(teacher, Anna, "н").ClickAsync();
        await Code(teacher, Anna, "б").ClickAsync();
        await Code(teacher, Anna, "б").ClickAsync();
        await Assertions.Expect(teacher.Page.Locator("[data-sum]")).ToHaveTextAsync("4 из 4 на уроке");
        await teacher.Page.Locator("[data-act=undo]").ClickAsync();
        await teacher.Page.Locator("[data-act=undo]").ClickAsync();

        await Saved(teacher);
        Assert.Equal(["н", "", "", ""], school.Values(lesson));
    }

    [Fact]
    public async Task Minutes_are_put_by_one_or_by_the_clock()
    {
        var lesson = await school.NewLesson();
        await using var teacher = await Open("teacher", lesson);
        await Code(teacher, Anna, "о").ClickAsync();
        await Code(teacher, Boris, "о").ClickAsync();

        await Row(teacher, Anna).Locator("[data-step='-1']").ClickAsync();
        await Row(teacher, Boris).Locator("[data-came]").FillAsync("09:52");
        await Row(teacher, Boris).Locator("[data-came]").BlurAsync();

        await Assertions.Expect(Row(teacher, Anna).Locator("[data-came]")).ToHaveValueAsync("09:59");
        await Saved(teacher);
        Assert.Equal(["о14", "о7", "", ""], school.Values(lesson));
    }

    [Fact]
    public async Task The_keyboard_does_it_on_either_layout()
    {
        var lesson = await school.NewLesson();
        await using var teacher = await Open("teacher", lesson);
        await Code(teacher, Anna, "н").FocusAsync();

        // The key of «н» on the Latin layout.
        await teacher.Page.Keyboard.PressAsync("y");
        await teacher.Page.Keyboard.PressAsync("ArrowDown");
        await teacher.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Code(teacher, Boris, "б")).ToBeFocusedAsync();
        await teacher.Page.Keyboard.PressAsync("Enter");
        await teacher.Page.Keyboard.PressAsync("End");
        await teacher.Page.Keyboard.PressAsync("ArrowUp");
        await teacher.Page.Keyboard.TypeAsync("у");
        await teacher.Page.Keyboard.PressAsync("Backspace");

        await Saved(teacher);
        Assert.Equal(["н", "б", "", ""], school.Values(lesson));
        Assert.Equal(1, await teacher.Page.Locator(".roll [data-code][tabindex='0']").CountAsync());
    }

    [Fact]
    public async Task As_in_the_previous_lesson_marks_the_absent_and_none_of_the_late()
    {
        var before = await school.NewLesson();
        await school.Put(before, Anna, "б");
        await school.Put(before, Boris, "о9");
        var lesson = await school.NewLesson();
        await using var teacher = await Open("teacher", lesson);
        await Code(teacher, Vera, "у").ClickAsync();

        await teacher.Page.Locator("[data-act=before]").ClickAsync();

        await Assertions.Expect(Code(teacher, Anna, "б")).ToHaveAttributeAsync("aria-pressed", "true");
        await Saved(teacher);
        Assert.Equal(["б", "", "у", ""], school.Values(lesson));
    }

    [Fact]
    public async Task A_family_learns_of_an_absence_when_the_roll_is_declared_taken()
    {
        var lesson = await school.NewLesson();
        await using var parent = await browser.Visit(school, "parent");
        await parent.Page.GotoAsync("/diary/21?week=2026-11-16");
        await using var teacher = await Open("teacher", lesson);
        await Code(teacher, Anna, "н").ClickAsync();
        await Saved(teacher);
        Assert.Equal(0, await parent.Page.Locator($"#l{lesson.Value} .m").CountAsync());

        await teacher.Page.Locator("[data-act=done]").ClickAsync();

        await parent.Page.Locator($"#l{lesson.Value} .m").WaitForAsync();
        await Assertions.Expect(teacher.Page.Locator(".taken")).ToContainTextAsync("Отмечено: Фамилия6");
        await Assertions.Expect(teacher.Page.Locator("[data-act=done]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_a_connection_one_presses_on_and_everything_arrives_once()
    {
        var lesson = await school.NewLesson();
        await using var teacher = await Open("teacher", lesson);
        await teacher.Context.SetOfflineAsync(true);

        await Code(teacher, Anna, "н").ClickAsync();
        await Code(teacher, Boris, "б").ClickAsync();
        await teacher.Page.Locator("[data-act=done]").ClickAsync();
        await Assertions.Expect(Row(teacher, Anna)).ToHaveAttributeAsync("data-state", "waiting");
        await Assertions.Expect(teacher.Page.Locator(".rollbar .why")).ToHaveTextAsync("ждёт отправки");
        Assert.Equal(["", "", "", ""], school.Values(lesson));
        await teacher.Context.SetOfflineAsync(false);

        await Saved(teacher);
        Assert.Equal(["н", "б", "", ""], school.Values(lesson));
        Assert.Contains(lesson, school.Page.Rolls.Keys);
    }

    [Fact]
    public async Task Two_different_values_are_both_shown_and_one_is_chosen()
    {
        var lesson = await school.NewLesson();
        await using var teacher = await Open("teacher", lesson);
        await teacher.Context.SetOfflineAsync(true);
        await Code(teacher, Anna, "н").ClickAsync();
        await school.Put(lesson, Anna, "б");
        await teacher.Context.SetOfflineAsync(false);

        await teacher.Page.Locator(".pops [data-do=mine]").ClickAsync();

        await Saved(teacher);
        Assert.Equal(["н", "", "", ""], school.Values(lesson));
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Nobody_is_shut_out_of_the_roll(int width, ColorScheme theme)
    {
        var lesson = await school.NewLesson();
        await using var teacher = await browser.Visit(
            school,
            "teacher",
            options => (options.ViewportSize, options.ColorScheme) = (new() { Width = width, Height = width < 700 ? 780 : 900 }, theme)
        );
        await Arrive(teacher, lesson);
        await Code(teacher, Anna, "н").ClickAsync();
        await Code(teacher, Boris, "о").ClickAsync();

        await teacher.Page.ShutsNobodyOut();
        await teacher.Page.FitsItsWindow();
    }

    private async Task<Visitor> Open(string login, LessonId lesson)
    {
        var visitor = await browser.Visit(school, login);
        await Arrive(visitor, lesson);
        return visitor;
    }

    private static async Task Arrive(Visitor visitor, LessonId lesson)
    {
        await visitor.Page.GotoAsync($"/roll/{lesson.Value}");
        await visitor.Page.Locator(".rollpage[data-ready]").WaitForAsync();
    }

    private static ILocator Row(Visitor visitor, StudentId student) => visitor.Page.Locator($".roll [data-student='{student.Value}']");

    private static ILocator Code(Visitor visitor, StudentId student, string letter) =>
        Row(visitor, student).Locator($"[data-code='{letter}']");

    private static async Task Saved(Visitor visitor)
    {
        await Assertions.Expect(visitor.Page.Locator(".roll [data-state=waiting]")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Page.Locator(".rollpage[data-taking=waiting]")).ToHaveCountAsync(0);
    }

    /// <summary>Every test has a lesson of its own, one after the other on the same day.</summary>
    public sealed class OwnSchool : ApiSchool
    {
        private int _last = 200;

        public JournalPage Page => Get<Core.Register.Storage.JournalPages>().Read(AlgebraPage)!;

        public async Task<LessonId> NewLesson()
        {
            var lesson = new LessonId(++_last);
            var number = _last - 190;
            var at = Clock.GetUtcNow();
            await Writer.Bulk(
                Guid.CreateVersion7(),
                [
                    new(at, Administrator.Person, new BellAdded(new(1), number, new(9, 45), new(10, 30))),
                    new(
                        at,
                        Administrator.Person,
                        new LessonScheduled(Algebra, Quarter2, lesson, SmallSchoolFacts.Today, number, DefaultWork: null)
                    ),
                ]
            );
            return lesson;
        }

        public async Task Put(LessonId lesson, StudentId student, string value) =>
            Assert.IsType<Applied>(await Writer.Submit(Absent(value, lesson: lesson, student: student), SmallSchoolFacts.Teacher));

        public string[] Values(LessonId lesson) =>
            [
                .. new[] { Anna, Boris, Vera, Newcomer }.Select(student =>
                    TypedAttendance.Text(Page.AttendanceAt(lesson, student).Value, Page.Rules.Codes)
                ),
            ];
    }
}
