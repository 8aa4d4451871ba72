using Journal.Load.People;
using Journal.Tests.Support;
using Journal.Web.Diary;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>The lines of single lessons, put into an open page, make of it what a whole page is.</summary>
public sealed class DrawnLessonsTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public async Task A_mark_drawn_into_the_page_makes_it_the_page_that_is_read_anew()
    {
        Language.Is("en");
        using var parent = await school.As("parent");
        var before = (await parent.Get("diary/21?week=2026-11-16")).Text;
        await school.Writer.Submit(Put("5", student: Anna) with { Comment = "<b>Молодец</b>", CommentForFamily = true }, Teacher);

        var drawn = await school.Get<DrawnLessons>().Of(Parent.Person, Anna, Monday, [LessonToday.Value], default);

        Assert.True(drawn!.HasNews);
        Assert.DoesNotContain("<b>Молодец", drawn.Html);
        var shown = Merging.Unseen(Merging.Into(before, drawn.Html)!, drawn.HasNews);
        Assert.NotEqual(ReaderPage.Said(before), ReaderPage.Said(shown));
        Assert.Equal(ReaderPage.Said((await parent.Get("diary/21?week=2026-11-16")).Text), ReaderPage.Said(shown));
    }

    [Fact]
    public async Task A_lesson_of_another_week_asks_for_the_whole_page() =>
        Assert.Null(await school.Get<DrawnLessons>().Of(Parent.Person, Anna, Monday, [LessonToday.Value, Lesson9.Value], default));

    [Fact]
    public async Task Nothing_is_drawn_for_whoever_may_not_read_the_diary() =>
        Assert.Null(await school.Get<DrawnLessons>().Of(OtherParent.Person, Anna, Monday, [LessonToday.Value], default));
}
