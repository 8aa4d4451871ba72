using Bunit;
using Journal.Core.Basics;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Tests.Shell;
using Journal.Tests.Support;
using Journal.Web.Timetable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Timetable;

/// <summary>The timetable of 7Б is changed on the screen.</summary>
public sealed class ChangePageTests : StaffContext
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public async Task A_lesson_is_moved_and_what_it_comes_to_is_said_before()
    {
        await Placed(1, Algebra, "12");
        var page = Open(Deputy);
        await page.InvokeAsync(() => page.Find("td[data-at='1-2'] .card").Click());

        await page.InvokeAsync(() => page.Find(".cardform select[name=day]").Change("3"));

        page.WaitForAssertion(() => Assert.Equal("Уроки в журнале: переставлено 1, добавлено 4.", page.Find(".effect").TextContent));
        Assert.Equal("понедельник, 2-й урок, каб. 12 → среда, 2-й урок, каб. 12", page.Find("[aria-labelledby=changes] small").TextContent);
        Assert.Equal(Monday, School.Algebra.Lessons[LessonAhead].Date);
        await page.InvokeAsync(() => page.Find("input[name=note]").Change("Приказ № 14"));
        await page.InvokeAsync(() => page.Find("button.main").Click());

        page.WaitForAssertion(() => Assert.Contains("С 23 ноября", page.Find("[aria-labelledby=made]").TextContent));
        Assert.Contains("Приказ № 14", page.Find("[aria-labelledby=made]").TextContent);
        Assert.Equal(Monday.AddDays(2), School.Algebra.Lessons[LessonAhead].Date);
        Assert.NotEmpty(page.FindAll("td[data-at='3-2'] .card"));
    }

    [Fact]
    public async Task A_clash_is_said_and_must_be_meant()
    {
        await Placed(1, Algebra, "12");
        await Placed(2, Algebra8A, "12", DayOfWeek.Tuesday);
        var page = Open(Deputy);
        await page.InvokeAsync(() => page.Find("td[data-at='1-2'] .card").Click());
        await page.InvokeAsync(() => page.Find(".cardform select[name=day]").Change("2"));

        page.WaitForAssertion(() =>
            Assert.Equal("Кабинет 12 занят: Алгебра 7Б и Алгебра 8А (вторник, 2-й урок).", page.Find(".clashes li").TextContent)
        );
        Assert.True(page.Find("button.main").HasAttribute("disabled"));

        await page.InvokeAsync(() => page.Find("input[name=despite]").Change(true));
        await page.InvokeAsync(() => page.Find("button.main").Click());
        page.WaitForAssertion(() => Assert.Equal(Monday.AddDays(1), School.Algebra.Lessons[LessonAhead].Date));
    }

    [Fact]
    public async Task A_change_can_be_put_back_before_it_is_written()
    {
        await Placed(1, Algebra, "12");
        var page = Open(Deputy);
        await page.InvokeAsync(() => page.Find("td[data-at='2-1'] .add").Click());
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[aria-labelledby=changes] li")));

        await page.InvokeAsync(() => page.Find("[aria-labelledby=changes] li button").Click());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-labelledby=changes] li")));
        Assert.Empty(School.Roster.TimetableChanges);
    }

    [Fact]
    public async Task What_somebody_else_has_changed_meanwhile_is_said_and_shown()
    {
        await Placed(1, Algebra, "12");
        var page = Open(Deputy);
        await page.InvokeAsync(() => page.Find("td[data-at='1-2'] .card").Click());
        await page.InvokeAsync(() => page.Find(".cardform select[name=day]").Change("3"));

        await School.Writer.Submit(new ChangeTimetable(Monday, null, [1], [new(Algebra, DayOfWeek.Friday, 1)], ""), Director);

        page.WaitForAssertion(() => Assert.Contains("Алгебра 7Б", page.Find(".trouble").TextContent));
        Assert.Empty(page.FindAll("[aria-labelledby=changes] li"));
        Assert.NotEmpty(page.FindAll("td[data-at='5-1'] .card"));
    }

    [Fact]
    public async Task Rooms_are_put_into_a_building()
    {
        var page = Open(Deputy);

        await page.InvokeAsync(() => page.Find("input[name=rooms]").Change("201, 202"));
        await page.InvokeAsync(() => page.Find("input[name=building]").Change("Корпус 2"));
        await page.InvokeAsync(() => page.Find(".rooms form").Submit());

        page.WaitForAssertion(() => Assert.Equal("Корпус 2201, 202", page.Find(".rooms li").TextContent));
    }

    [Fact]
    public void It_is_for_who_arranges() => Assert.NotEmpty(Open(Teacher).FindAll(".mishap"));

    private Task Placed(int id, CourseId course, string room, DayOfWeek weekday = DayOfWeek.Monday) =>
        School.Writer.Record(new CardPlaced(new(id, course, weekday, 2, WeekKind.Every, room, YearStart, null)));

    private IRenderedComponent<ChangePage> Open(Actor who)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(ChangePage.AddressOf(Class7B, Monday));
        return Show<ChangePage>(who, _ => { });
    }
}
