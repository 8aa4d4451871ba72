using System.Net;
using System.Text.RegularExpressions;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register.Print;

/// <summary>The page to be printed, asked for over a real socket. Who may see it: RightsTable.</summary>
public sealed class PrintPageTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    [Fact]
    public async Task It_has_marks_and_topics_and_no_comment()
    {
        await Done(new SetMark(Algebra, Work16, Vera, "4/5", null, "Secret of the staff", CommentForFamily: false, 0));
        await Done(new RecordLesson(Algebra, Lesson16, "<b>Polynomials</b>", "§ 29", null, 0));
        using var teacher = await school.As("teacher");

        var text = (await teacher.Get("journal/1/print")).Text;

        Assert.Contains("4/5", text);
        Assert.Contains("&lt;b&gt;Polynomials", text);
        Assert.Contains("§ 29", WebUtility.HtmlDecode(text));
        Assert.DoesNotContain("Secret", text);
    }

    [Fact]
    public async Task Its_sheets_are_numbered_and_each_has_the_record_and_the_checksum()
    {
        using var teacher = await school.As("teacher");

        var text = WebUtility.HtmlDecode((await teacher.Get("journal/1/print")).Text);

        Assert.Equal(["page 1 of 2", "page 2 of 2"], Regex.Matches(text, @"page \d of \d(?=<)").Select(found => found.Value));
        Assert.Equal(2, Regex.Count(text, @"record No\. \d+ · checksum ([0-9a-f]{4} ?){4}<"));
        Assert.Single(Regex.Matches(text, "<h1"));
    }

    [Fact]
    public async Task It_is_of_the_term_asked_for_and_leads_back_to_it()
    {
        using var deputy = await school.As("deputy");

        var first = WebUtility.HtmlDecode((await deputy.Get("journal/1/print?term=1")).Text);

        Assert.Contains("1 четверть, 1 September – 25 October", first);
        Assert.Contains("href=\"/journal/1?term=1\"", first);
        Assert.Contains("There are no lessons", first);
    }

    [Theory]
    [InlineData("journal/1/print?term=9")]
    [InlineData("journal/1/print?term=x")]
    [InlineData("journal/1/print?term=")]
    [InlineData("journal/1/print?term=99999999999999")]
    public async Task A_term_that_the_course_has_not_is_not_there(string path)
    {
        using var teacher = await school.As("teacher");

        Assert.Equal(404, (await teacher.Get(path)).Code);
    }

    [Fact]
    public async Task It_is_never_kept_and_has_nothing_inline()
    {
        using var teacher = await school.As("teacher");

        var page = await teacher.Get("journal/1/print");

        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        Assert.DoesNotContain("unsafe", string.Concat(page.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("<style", page.Text);
        Assert.DoesNotContain(" style=", page.Text);
        Assert.DoesNotMatch("<script(?![^>]*src=)", page.Text);
        Assert.DoesNotContain("blazor.web", page.Text);
    }

    private async Task Done(Core.Basics.Command command) =>
        Assert.IsType<Applied>(await school.Writer.Submit(command, SmallSchoolFacts.Teacher));
}
