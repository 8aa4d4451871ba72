using Bunit;
using Journal.Web.Texts;

namespace Journal.Tests.Homework;

/// <summary>What a teacher types is drawn as light text, and no text can be more than that.</summary>
public sealed class LightTextTests : BunitContext
{
    [Theory]
    [InlineData("§ 29, № 725 (а, в)", "<p>§ 29, № 725 (а, в)</p>")]
    [InlineData("одна\nдругая", "<p>одна<br>другая</p>")]
    [InlineData("**По желанию:** № 731", "<p><strong>По желанию:</strong> № 731</p>")]
    [InlineData("- а\n- б", "<ul><li>а</li><li>б</li></ul>")]
    [InlineData("3. а\n4. б", "<ol start=\"3\"><li>а</li><li>б</li></ol>")]
    [InlineData("2*3*4 и _имя_ и `код` и # 5", "<p>2*3*4 и _имя_ и `код` и # 5</p>")]
    [InlineData("тема\n===", "<p>тема<br>===</p>")]
    [InlineData("    отступ", "<p>отступ</p>")]
    [InlineData(
        "[1]: https://a.b",
        "<p>[1]: <a href=\"https://a.b/\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">https://a.b</a></p>"
    )]
    [InlineData("", "")]
    public void Bold_lists_and_links_are_drawn_and_everything_else_stands_as_typed(string text, string markup) => Draws(text, markup);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("&lt;script&gt;")]
    [InlineData("<!-- x --> <svg/onload=alert(1)>")]
    public void Markup_in_a_text_is_text(string text)
    {
        var page = Render<LightTextView>(one => one.Add(view => view.Text, text));

        Assert.Equal(text, page.Find("p").TextContent);
        Assert.Empty(page.FindAll("p *"));
    }

    [Theory]
    [InlineData("[сюда](javascript:alert(1))")]
    [InlineData("[сюда](JaVaScRiPt:alert(1))")]
    [InlineData("[сюда](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[сюда](vbscript:x)")]
    [InlineData("[сюда](/sign-out)")]
    [InlineData("[сюда](//evil.example)")]
    [InlineData("![сюда](https://evil.example/pixel.png)")]
    [InlineData("[сюда](file:///etc/passwd)")]
    public void A_link_leads_to_the_web_or_nowhere(string text)
    {
        var page = Render<LightTextView>(one => one.Add(view => view.Text, text));

        Assert.Empty(page.FindAll("a, img"));
        Assert.StartsWith("сюда", page.Find("p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_says_where_it_leads_and_takes_nothing_along()
    {
        var page = Render<LightTextView>(one => one.Add(view => view.Text, "смотри [видео](https://resh.edu.ru/a?b=1&c=\"><b>)"));

        var link = page.Find("a");
        Assert.StartsWith("https://resh.edu.ru/a?b=1", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel"));
        Assert.Empty(page.FindAll("a b"));
    }

    [Theory]
    [InlineData("§ 5 и 2*3", "§ 5 и 2*3")]
    [InlineData("**По желанию:** № 731\n- а", "По желанию: № 731\n– а")]
    [InlineData("[видео](https://a.b/c)", "видео (https://a.b/c)")]
    public void On_paper_the_signs_are_gone(string text, string plain) => Assert.Equal(plain, LightText.Plain(text));

    [Theory]
    [InlineData("смотри [](https://resh.edu.ru/x)", "смотри https://resh.edu.ru/x")]
    [InlineData("[учебник](www.resh.edu.ru)", "учебник")]
    [InlineData("а\n\n***\n\nб", "а***б")]
    public void Nothing_that_was_typed_is_left_out(string text, string seen) =>
        Assert.Equal(
            seen,
            string.Concat(Render<LightTextView>(one => one.Add(view => view.Text, text)).FindAll("p").Select(p => p.TextContent))
        );

    [Fact]
    public void A_text_nested_deeper_than_anybody_means_stands_as_it_was_typed()
    {
        var deep = string.Concat(Enumerable.Repeat("+ ", 900)) + "x";

        Assert.Equal(deep, Render<LightTextView>(one => one.Add(view => view.Text, deep)).Find("p").TextContent);
        Assert.Equal("**" + deep, LightText.Plain("**" + deep));
    }

    [Fact]
    public void A_text_made_to_take_long_is_read_like_any_other()
    {
        foreach (
            var text in new[]
            {
                new string('[', 2000),
                string.Concat(Enumerable.Repeat("**a", 660)),
                string.Concat(Enumerable.Repeat("- ", 1000)),
            }
        )
            Assert.NotEmpty(Render<LightTextView>(one => one.Add(view => view.Text, text)).Markup);
    }

    private void Draws(string text, string markup) => Render<LightTextView>(one => one.Add(view => view.Text, text)).MarkupMatches(markup);
}
