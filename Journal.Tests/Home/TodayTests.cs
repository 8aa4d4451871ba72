using Bunit;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Shell;
using Journal.Tests.Support;
using Journal.Web.Home;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Home;

/// <summary>«Сегодня» of the teacher of algebra: one lesson, the second, at ten o'clock on a Friday.</summary>
public sealed class TodayTests : StaffContext
{
    [Theory]
    [InlineData("10:30", "11:10", "", null)]
    [InlineData("10:10", "10:50", "now", "осталось 50 мин")]
    [InlineData("9:40", "10:20", "now", "осталось 20 мин")]
    [InlineData("9:00", "9:40", "past", null)]
    public async Task A_lesson_is_ahead_then_open_from_ten_minutes_before_the_bell_then_over(
        string starts,
        string ends,
        string state,
        string? left
    )
    {
        await Rings(starts, ends);

        var page = Show<HomePage>(Teacher, _ => { });

        Assert.Equal(state, page.Find(".day > li:not(.gap)").ClassName);
        Assert.Equal(left, page.FindAll(".chip.pen").SingleOrDefault()?.TextContent);
        Assert.Equal(state == "now" ? 4 : 0, page.FindAll(".acts a").Count);
        Assert.Equal(state == "past" ? 3 : 0, page.FindAll(".done-list .todo").Count);
    }

    [Fact]
    public async Task A_topic_is_text_and_never_markup()
    {
        Assert.IsType<Applied>(
            await School.Submit(new RecordLesson(Algebra, LessonToday, "<script>alert(1)</script>", null, null, Expected: 0))
        );

        var page = Show<HomePage>(Teacher, _ => { });

        Assert.Equal("Пятница, 20 ноября", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("script"));
        Assert.Equal("<script>alert(1)</script>", page.Find(".topic").TextContent);
    }

    [Fact]
    public void The_next_day_with_lessons_stands_below()
    {
        var page = Show<HomePage>(Teacher, _ => { });

        Assert.Equal("Понедельник, 23 ноября", page.Find("#ahead").TextContent);
        Assert.Equal("/journal/1", page.Find(".ahead a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_clock_moves_the_page_from_lesson_to_break()
    {
        await Rings("9:40", "10:20");
        var page = Show<HomePage>(Teacher, _ => { });
        Assert.StartsWith("идёт 2-й урок", page.Find(".sub").TextContent);

        School.Clock.Advance(TimeSpan.FromMinutes(21));

        page.WaitForAssertion(() => Assert.Equal("past", page.Find(".day > li:not(.gap)").ClassName));
        Assert.DoesNotContain("идёт", page.Find(".sub").TextContent);
    }

    [Fact]
    public async Task The_topic_of_the_plan_is_put_by_one_tap_and_the_next_one_waits()
    {
        await School.Writer.SetPlans();
        var page = Show<HomePage>(Teacher, _ => { });
        Assert.Equal("Дроби", page.Find(".step b").TextContent);

        await page.Find(".step .pen").ClickAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".step")));
        Assert.Equal("Дроби", School.Algebra.Lessons[LessonToday].Topic);
        Assert.Equal("Дроби", page.Find(".day .topic").TextContent);
    }

    [Fact]
    public async Task Who_is_there_appears_while_the_roll_is_taken()
    {
        var page = Show<HomePage>(Teacher, _ => { });

        Assert.IsType<Applied>(await School.Submit(Absent("н")));
        page.WaitForAssertion(() => Assert.Equal("3 из 4 на уроке · причина не указана: 1", page.Find(".day .topic").TextContent));
        Assert.Equal("Отметить отсутствующих", page.Find(".acts .main").TextContent);

        Assert.IsType<Applied>(await School.Submit(new DeclareRoll(Algebra, LessonToday)));
        page.WaitForAssertion(() => Assert.Equal("Отсутствующие отмечены", page.Find(".acts a").TextContent));
    }

    [Fact]
    public async Task What_is_owed_is_listed_with_what_is_overdue_first_and_goes_as_it_is_written()
    {
        await School.Writer.AdoptRegulation();
        await Rings("9:00", "9:40");
        var page = Show<HomePage>(Teacher, _ => { });
        var before = int.Parse(page.Find(".debts .count").TextContent);
        Assert.Equal("is-over", page.Find(".debts li").ClassName);
        Assert.Contains("7Б, Алгебра, 9 ноября", page.Find(".debts li b").TextContent);

        Assert.IsType<Applied>(await School.Submit(new RecordLesson(Algebra, LessonToday, "Дроби", "", null, Expected: 0)));
        page.WaitForAssertion(() => Assert.Equal("Дроби", page.Find(".day .topic").TextContent));
        School.Clock.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => Assert.Equal(before - 2, int.Parse(page.Find(".debts .count").TextContent)));
    }

    [Fact]
    public async Task In_the_evening_nothing_counts_down()
    {
        await School.Writer.AdoptRegulation();
        await Rings("9:00", "9:40");
        School.Clock.Advance(TimeSpan.FromHours(9));

        var page = Show<HomePage>(Teacher, _ => { });

        Assert.Empty(page.FindAll(".debts .is-soon"));
        Assert.NotEmpty(page.FindAll(".debts .is-over"));
    }

    private Task Rings(string starts, string ends) =>
        School.Writer.Record(new BellAdded(new(1), 2, TimeOnly.Parse(starts), TimeOnly.Parse(ends)));
}
