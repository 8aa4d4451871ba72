using Bunit;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Tests.Shell;
using Journal.Web.Home;
using Journal.Web.LessonRecord;
using Journal.Web.StandIn;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.StandIn;

/// <summary>Substitutions on the screen: who takes a lesson, who arranges it, and what everybody then sees.</summary>
public sealed class StandInPagesTests : StaffContext
{
    [Fact]
    public async Task A_lesson_is_taken_with_one_tap_and_given_back_with_another()
    {
        var page = Show<TakePage>(OtherTeacher, _ => { });

        await page.InvokeAsync(() => page.Find(".take li button").Click());
        page.WaitForAssertion(() => Assert.Equal("Замена: ждёт подтверждения", page.Find(".take .chip").TextContent));
        Assert.Equal("/roll/3", page.Find(".take a").GetAttribute("href"));

        await page.InvokeAsync(() => page.FindAll(".take li button")[^1].Click());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".take .chip")));
        Assert.Empty(School.Roster.Substitutions);
    }

    [Fact]
    public async Task Both_see_it_on_their_day_the_teacher_with_nothing_to_do()
    {
        await School.Writer.Submit(new TakeLesson(Algebra, LessonToday), OtherTeacher);

        var substitute = Show<HomePage>(OtherTeacher, _ => { });
        var teacher = Show<HomePage>(Teacher, _ => { });

        Assert.Equal("Замена: ждёт подтверждения", substitute.Find(".day .chip").TextContent);
        Assert.NotEmpty(substitute.FindAll(".acts a"));
        Assert.Equal("Ведёт Фамилия8 И.", teacher.Find(".day .chip").TextContent);
        Assert.Empty(teacher.FindAll(".acts a"));
    }

    [Fact]
    public async Task The_board_shows_the_lessons_of_who_is_away_and_who_is_free()
    {
        var page = Show<BoardPage>(Deputy, _ => { });
        Assert.NotEmpty(page.FindAll(".standin .empty"));

        await School.Writer.Submit(Away(Teacher), Deputy);
        page.WaitForAssertion(() => Assert.Equal("Нет замены", page.Find(".standin .chip.stop").TextContent));
        // Drawn by what the lane said, and still in the language of who looks.
        Assert.Equal("Пятница, 20 ноября", page.Find(".dayhead").TextContent);

        await page.InvokeAsync(() => page.Find(".standin input[type=checkbox]").Change(true));
        page.WaitForAssertion(() =>
            Assert.Equal(
                ["Фамилия8 И. · тот же предмет"],
                page.FindAll(".arrange select[name=teacher] optgroup:first-of-type option").Select(one => one.TextContent)
            )
        );
        await page.InvokeAsync(() => page.Find(".arrange select[name=teacher]").Change("8"));
        await page.InvokeAsync(() => page.Find(".arrange input[name=order]").Change("№ 5"));
        await page.InvokeAsync(() => page.Find("form.arrange").Submit());

        page.WaitForAssertion(() => Assert.Equal("Назначено", page.Find(".standin .chip.ok").TextContent));
        var what = School.Roster.Substitutions[LessonToday].What;
        Assert.Equal((OtherTeacher.Person, true, "№ 5"), (what.Teacher, what.Confirmed, what.Order));
    }

    [Fact]
    public async Task A_lesson_that_was_taken_is_confirmed_on_the_board()
    {
        await School.Writer.Submit(new TakeLesson(Algebra, LessonToday), OtherTeacher);
        var page = Show<BoardPage>(Deputy, _ => { });
        Assert.Equal("Ждёт подтверждения", page.Find(".standin .chip.warn").TextContent);

        await page.InvokeAsync(() => page.Find(".standin button.pen").Click());

        page.WaitForAssertion(() => Assert.Equal("Назначено", page.Find(".standin .chip.ok").TextContent));
        Assert.True(School.Roster.Substitutions[LessonToday].What.Confirmed);
    }

    [Fact]
    public async Task An_absence_is_recorded_and_taken_back()
    {
        var page = Show<BoardPage>(Deputy, _ => { });

        await page.InvokeAsync(() => page.Find("form.away select[name=teacher]").Change("6"));
        await page.InvokeAsync(() => page.Find("form.away input[name=to]").Change("2026-11-27"));
        await page.InvokeAsync(() => page.Find("form.away").Submit());
        page.WaitForAssertion(() => Assert.Contains("Болеет, 20–27 ноября", page.Find("#away").ParentElement!.ParentElement!.TextContent));
        Assert.True(School.Roster.IsAway(Teacher.Person, Today.AddDays(7)));

        await page.InvokeAsync(() => page.Find("section:has(#away) .rows button").Click());
        page.WaitForAssertion(() => Assert.False(School.Roster.IsAway(Teacher.Person, Today)));
    }

    [Fact]
    public async Task An_order_for_a_day_is_given_for_the_chosen_classes_and_revoked()
    {
        var page = Show<OrderPage>(Deputy, _ => { });

        await page.InvokeAsync(() => page.FindAll("input[name=class]")[0].Change(true));
        await page.InvokeAsync(() => page.Find("input[name=number]").Change("№ 45"));
        await page.InvokeAsync(() => page.Find("form").Submit());
        page.WaitForAssertion(() => Assert.Equal("Укажите причину: её прочитают и семьи.", page.Find(".trouble").TextContent));

        await page.InvokeAsync(() => page.Find("input[name=cause]").Change("Мороз"));
        await page.InvokeAsync(() => page.Find("form").Submit());
        page.WaitForAssertion(() => Assert.NotNull(School.Roster.OrderOf(Class7B, Today)));
        Assert.Null(School.Roster.OrderOf(Class8A, Today));

        page.WaitForAssertion(() => Assert.Single(page.FindAll("li[data-order]")));
        await page.InvokeAsync(() => page.Find("li[data-order] button").Click());
        page.WaitForAssertion(() => Assert.Null(School.Roster.OrderOf(Class7B, Today)));
    }

    [Fact]
    public async Task The_record_of_a_lesson_says_who_gives_it_and_keeps_topic_status_and_briefing()
    {
        var page = Show<LessonSheet>(Teacher, sheet => sheet.Add(one => one.Id, LessonToday).Add(one => one.Me, Teacher.Person));

        await page.InvokeAsync(() => page.Find("textarea[name=topic]").Change("Дроби"));
        await page.InvokeAsync(() => page.FindAll("input[name=status]")[3].Change(true));
        await page.InvokeAsync(() => page.Find("form").Submit());
        page.WaitForAssertion(() => Assert.Equal(Core.Lessons.LessonStatus.Distance, School.Algebra.Lessons[LessonToday].Status));
        Assert.Equal("Дроби", School.Algebra.Lessons[LessonToday].Topic);

        await page.InvokeAsync(() => page.Find("input[name=briefing]").Change("Вводный инструктаж"));
        await page.InvokeAsync(() => page.FindAll("form")[1].Submit());
        page.WaitForAssertion(() => Assert.Equal("Вводный инструктаж", School.Algebra.Lessons[LessonToday].Briefing));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("ol.rows li").Count));
        Assert.Contains("инструктаж: Вводный инструктаж", page.Find("ol.rows li").TextContent);
    }

    [Fact]
    public async Task What_is_being_typed_outlives_what_somebody_else_writes_and_is_not_written_over_it()
    {
        var page = Show<LessonSheet>(Teacher, sheet => sheet.Add(one => one.Id, LessonToday).Add(one => one.Me, Teacher.Person));
        await page.InvokeAsync(() => page.Find("textarea[name=topic]").Change("Дроби"));

        await School.Submit(new RecordBriefing(Algebra, LessonToday, "№ 3", 0));
        page.WaitForAssertion(() => Assert.Single(page.FindAll("ol.rows li")));
        Assert.Equal("Дроби", page.Find("textarea[name=topic]").GetAttribute("value") ?? page.Find("textarea[name=topic]").TextContent);

        var version = School.Algebra.RecordOf(LessonToday).Version;
        await School.Submit(new RecordLesson(Algebra, LessonToday, "Уравнения", null, null, version));
        page.WaitForAssertion(() => Assert.Contains("Уравнения", page.Find(".clash").TextContent));
        await page.InvokeAsync(() => page.Find("form").Submit());
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".panel.trouble")));
        Assert.Equal("Уравнения", School.Algebra.Lessons[LessonToday].Topic);

        await page.InvokeAsync(() => page.Find(".clash button.pen").Click());
        await page.InvokeAsync(() => page.Find("form").Submit());
        page.WaitForAssertion(() => Assert.Equal("Дроби", School.Algebra.Lessons[LessonToday].Topic));
    }

    [Fact]
    public async Task Who_only_reads_a_lesson_changes_nothing_in_it()
    {
        var page = Show<LessonSheet>(ClassTeacher, sheet => sheet.Add(one => one.Id, LessonToday).Add(one => one.Me, ClassTeacher.Person));

        Assert.True(page.Find("form fieldset").HasAttribute("disabled"));
        Assert.Empty(page.FindAll("button[type=submit]"));

        // But may take it.
        await page.InvokeAsync(() => page.Find(".acts button.pen").Click());
        page.WaitForAssertion(() => Assert.False(page.Find("form fieldset").HasAttribute("disabled")));
    }

    [Fact]
    public void The_boards_are_for_who_arranges_and_no_lesson_is_taken_by_who_gives_none()
    {
        Assert.NotEmpty(Show<BoardPage>(Teacher, _ => { }).FindAll(".mishap"));
        Assert.NotEmpty(Show<OrderPage>(Teacher, _ => { }).FindAll(".mishap"));
        Assert.NotEmpty(Show<TakePage>(Registrar, _ => { }).FindAll(".mishap"));
    }

    private static RecordTeacherAbsence Away(Actor who) => new(null, who.Person, Today, Today.AddDays(7), TeacherAbsenceCause.Ill, null, 0);
}
