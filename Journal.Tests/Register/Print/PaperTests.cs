using System.Text;
using System.Text.RegularExpressions;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Tests.Browser;
using Journal.Tests.Support;
using Microsoft.Playwright;

namespace Journal.Tests.Register.Print;

/// <summary>Real paper: what Chromium prints has as many pages as the sheets say, and nothing of a sheet is cut off.</summary>
[Collection(ReadingBrowserCollection.Name)]
public sealed class PaperTests(BrowserFixture browser, PaperTests.OwnSchool school) : IClassFixture<PaperTests.OwnSchool>
{
    // Whatever reaches over the edge of its sheet or its cell, and feet that lie on their tables.
    private const string Cut = """
        () => [...document.querySelectorAll('.page')].flatMap((page, i) => {
          const edge = page.getBoundingClientRect();
          const over = [...page.querySelectorAll('header, table, footer, td, th')].filter((part) => {
            const box = part.getBoundingClientRect();
            return box.right > edge.right + 1 || box.bottom > edge.bottom + 1 || part.scrollWidth > part.clientWidth + 1;
          });
          const table = page.querySelector('table').getBoundingClientRect();
          if (page.querySelector('footer').getBoundingClientRect().top < table.bottom) over.push(page.querySelector('footer'));
          return over.map((part) => `${i + 1}: ${part.outerHTML.slice(0, 200)}`);
        })
        """;

    public static TheoryData<int, string> Courses =>
        new()
        {
            { 1, "ru-RU" },
            { OwnSchool.Usual.Number, "ru-RU" },
            { OwnSchool.Large.Number, "ru-RU" },
            { OwnSchool.Large.Number, "en-GB" },
            { OwnSchool.Crowded.Number, "ru-RU" },
            { OwnSchool.Empty.Number, "ru-RU" },
            { OwnSchool.Odd.Number, "en-GB" },
        };

    [Theory]
    [MemberData(nameof(Courses))]
    public async Task A_page_is_printed_whole_on_as_many_sheets_as_it_says(int course, string language)
    {
        await using var visitor = await browser.Visit(school, "deputy", options => options.Locale = language);
        await visitor.Page.GotoAsync($"/journal/{course}/print");
        await visitor.Page.EvaluateAsync("document.fonts.ready");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal("", string.Join('\n', await visitor.Page.EvaluateAsync<string[]>(Cut)));
        var pdf = Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        var pages = Regex.Count(pdf, @"/Type\s*/Page\b(?!s)");
        var last = await visitor.Page.Locator(".page small").Last.InnerTextAsync();
        Assert.Equal((pages, pages), (await visitor.Page.Locator(".page").CountAsync(), Number(last)));
        // A4 on its side, in points.
        Assert.Matches(@"/MediaBox\s*\[0 0 84[12](\.\d+)? 59[456](\.\d+)?\]", pdf);
        Assert.Empty(visitor.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task On_the_screen_it_is_without_fault_and_the_paper_is_white(ColorScheme theme, int width)
    {
        await using var visitor = await browser.Visit(
            school,
            "teacher",
            options => (options.ColorScheme, options.ViewportSize) = (theme, new() { Width = width, Height = 900 })
        );
        await visitor.Page.GotoAsync("/journal/1/print");

        await visitor.Page.ShutsNobodyOut();
        Assert.Equal("rgb(255, 255, 255)", await Colour(visitor.Page.Locator(".page").First, "backgroundColor"));
        Assert.Equal("rgb(0, 0, 0)", await Colour(visitor.Page.Locator(".page td").First, "color"));
        await visitor.Page.FitsItsWindow();
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_grids_link_opens_it_in_the_same_term_and_its_button_prints()
    {
        await using var visitor = await browser.Visit(school, "teacher");
        await visitor.Open("/journal/1?term=1");

        var page = await visitor.Context.RunAndWaitForPageAsync(() =>
            visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Печать" }).ClickAsync()
        );
        await page.GetByText("1 четверть, 1 сентября – 25 октября").First.WaitForAsync();
        await page.EvaluateAsync("window.print = () => document.body.dataset.printed = 'yes'");
        await page.GetByRole(AriaRole.Button, new() { Name = "Печать" }).ClickAsync();

        await page.Locator("body[data-printed]").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "К журналу" }).ClickAsync();
        await page.WaitForURLAsync("**/journal/1?term=1");
    }

    private static int Number(string text) => int.Parse(Regex.Match(text, @"\d+$").Value);

    private static Task<string> Colour(ILocator part, string what) => part.EvaluateAsync<string>($"part => getComputedStyle(part).{what}");

    public sealed class OwnSchool : ApiSchool, IAsyncLifetime
    {
        private const string Exercise = "Решить задачи № 512, 514 (а, б), повторить § 18–19; ";

        internal static readonly BigCourse Usual = new(50, 28, 22) { Topic = "Умножение одночлена на многочлен", Homework = "§ 25, № 635" };

        internal static readonly BigCourse Large = new(51, 40, 40)
        {
            LessonsOfDay = 8,
            WorksOfLesson = 2,
            Topic = string.Concat(Enumerable.Repeat("Сложение и вычитание многочленов. ", 8)),
            Homework = string.Concat(Enumerable.Repeat(Exercise, 9)),
            Mark = CellValue.Of(4, 5),
        };

        internal static readonly BigCourse Crowded = new(52, 31, 48)
        {
            Card = i => new PersonCard($"Константинопольская-Задунайская", "Александра", $"Всеволодовна{i % 3}"),
            Homework = string.Concat(Enumerable.Repeat(Exercise, 38)),
            Topic = new string('щ', 300),
            Mark = CellValue.Of(5),
        };

        internal static readonly BigCourse Empty = new(53, 0, 0);

        /// <summary>«незач/незач» in every cell.</summary>
        internal static readonly BigCourse Odd = new(54, 29, 5) { Mark = CellValue.Of(Fail, Fail) };

        private static short Fail => TypedMark.Parse("незач", Core.School.StandardScales.FivePoint).Value!.First!.Value;

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            foreach (var course in new[] { Usual, Large, Crowded, Empty, Odd })
                await Writer.Bulk(Guid.CreateVersion7(), course.Facts());
        }
    }
}
