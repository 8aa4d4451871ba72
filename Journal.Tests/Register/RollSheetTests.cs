using Bunit;
using Journal.Core.Basics;
using Journal.Core.Notices;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Shell;
using Journal.Web.Roll;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register;

/// <summary>The roll of today's algebra as the server draws it.</summary>
public sealed class RollSheetTests : StaffContext
{
    [Fact]
    public void Students_of_the_day_stand_in_the_order_of_the_journal_with_a_button_for_each_code()
    {
        var page = Page(Teacher, LessonToday);

        Assert.Equal(["21", "22", "23", "24"], page.FindAll(".roll li").Select(row => row.GetAttribute("data-student")));
        Assert.Equal(["Н", "Б", "У", "О"], page.FindAll(".roll li:first-child [data-code]").Select(one => one.TextContent));
        Assert.Empty(page.FindAll("[data-code][disabled]"));
        Assert.Single(page.FindAll("[data-code][tabindex='0']"));
    }

    [Fact]
    public void Who_had_not_come_yet_is_not_on_the_roll_of_that_day() => Assert.Equal(3, Page(Teacher, Lesson9).FindAll(".roll li").Count);

    [Fact]
    public async Task A_colleagues_absence_appears_with_the_name_and_the_time_and_nothing_else_is_drawn_anew()
    {
        var page = Page(ClassTeacher, LessonToday);
        var untouched = page.FindComponents<RollRow>()[1].RenderCount;

        Assert.IsType<Applied>(await School.Submit(Absent("о7")));

        page.WaitForAssertion(() => Assert.Equal("о7", page.Find("[data-student='21']").GetAttribute("data-value")));
        Assert.Equal("Фамилия6 И., 10:00", page.Find("[data-student='21'] small").TextContent);
        Assert.Equal(untouched, page.FindComponents<RollRow>()[1].RenderCount);
    }

    [Fact]
    public async Task A_roll_that_was_taken_says_by_whom_and_offers_no_second_time()
    {
        var page = Page(Teacher, LessonToday);
        Assert.NotEmpty(page.FindAll("[data-act='done']"));

        Assert.IsType<Applied>(await School.Submit(new DeclareRoll(Algebra, LessonToday)));

        page.WaitForAssertion(() => Assert.Equal("Отмечено: Фамилия6 И., 10:00", page.Find(".taken").TextContent));
        Assert.Empty(page.FindAll("[data-act='done']"));
    }

    [Fact]
    public void The_class_teacher_looks_on()
    {
        var page = Page(ClassTeacher, LessonToday);

        Assert.Equal("Только просмотр", page.Find(".chip").TextContent);
        Assert.Equal(16, page.FindAll("[data-code][disabled]").Count);
        Assert.Empty(page.FindAll("[data-act='done'], [data-act='before']"));
    }

    [Fact]
    public async Task Ten_minutes_before_the_bell_the_page_opens_by_itself()
    {
        await School.Writer.Bulk(
            Guid.CreateVersion7(),
            [new(School.Clock.GetUtcNow(), Administrator.Person, new BellAdded(new(1), 2, new(10, 30), new(11, 10)))]
        );
        var page = Page(Teacher, LessonToday);
        Assert.Contains("с 10:20", page.Find(".note-panel").TextContent);
        Assert.NotEmpty(page.FindAll("[data-code][disabled]"));
        Assert.Equal("Алгебра, 2-й урок, 10:30–11:10", page.Find(".sub").TextContent);

        School.Clock.Advance(TimeSpan.FromMinutes(20));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-code][disabled], .note-panel")));
    }

    [Fact]
    public void A_lesson_ahead_says_so_and_is_closed()
    {
        var page = Page(Teacher, LessonAhead);

        Assert.Contains("ещё не наступил", page.Find(".note-panel").TextContent);
        Assert.NotEmpty(page.FindAll("[data-act='done'][disabled]"));
    }

    [Fact]
    public async Task Who_is_not_expected_is_told_while_the_roll_is_open_and_nothing_is_recorded()
    {
        var page = Page(Teacher, LessonToday);
        await School.Writer.Submit(new TellAbsence(Anna, Today, new(2026, 11, 25), NoticeReason.Ill, null, null), Parent);

        page.WaitForAssertion(() => Assert.Equal("н", page.Find("[data-student='21']").GetAttribute("data-told")));
        Assert.Equal("по сообщению родителей: болеет до 25.11", page.Find("[data-student='21'] .told").TextContent);
        Assert.Equal("", page.Find("[data-student='21']").GetAttribute("data-value"));
        Assert.Single(page.FindAll("[data-here]"));
        Assert.Single(page.FindAll(".rollbar .told"));

        await School.Submit(Absent("б"));

        page.WaitForAssertion(() => Assert.Null(page.Find("[data-student='21']").GetAttribute("data-told")));
        Assert.Empty(page.FindAll("[data-here]"));
    }

    [Fact]
    public async Task After_the_roll_nothing_waits_to_be_recorded_with_it()
    {
        await School.Submit(new DeclareRoll(Algebra, LessonToday));
        await School.Writer.Submit(new TellAbsence(Anna, Today, Today, NoticeReason.Ill, null, null), Parent);

        var page = Page(Teacher, LessonToday);

        Assert.Empty(page.FindAll("[data-told], [data-here]"));
        Assert.Single(page.FindAll("[data-student='21'] .told"));
    }

    [Fact]
    public void A_remark_is_offered_to_whoever_gives_the_lesson_once_it_has_come()
    {
        Assert.Equal(4, Page(Teacher, LessonToday).FindAll("[data-remark]").Count);
        Assert.Empty(Page(Teacher, LessonAhead).FindAll("[data-remark]"));
        Assert.Empty(Page(ClassTeacher, LessonToday).FindAll("[data-remark]"));
    }

    [Fact]
    public void Whoever_may_not_read_the_lesson_sees_what_is_seen_where_there_is_none()
    {
        var foreign = Show<RollPage>(OtherTeacher, page => page.Add(p => p.Lesson, LessonToday.Value)).Markup;

        Assert.Equal(foreign, Show<RollPage>(OtherTeacher, page => page.Add(p => p.Lesson, 999)).Markup);
        Assert.DoesNotContain("Фамилия21", foreign);
    }

    private IRenderedComponent<RollSheet> Page(Actor who, LessonId lesson) =>
        Show<RollSheet>(
            who,
            page =>
            {
                page.Add(p => p.Lesson, lesson);
                page.Add(p => p.Me, who.Person);
            }
        );
}
