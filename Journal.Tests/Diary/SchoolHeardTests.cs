using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Journal.Web.Diary;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>Open pages on their real lines while the school's settings are changed.</summary>
public sealed class SchoolHeardTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Refresh = "navigationManager.refresh";

    [Theory]
    [InlineData("diary/21")]
    [InlineData("diary/21/subjects")]
    [InlineData("diary/21/subjects/1")]
    public async Task A_familys_page_is_asked_for_once_and_says_the_new_name(string path)
    {
        await using var page = await WatchedPage.Open(school, "parent", path);
        var name = $"Школа <i>{path}</i>";

        await Rename(name);
        await Passing(page.Called(Refresh, 1));
        using var parent = await school.As("parent");
        var anew = await parent.Get(path);
        await page.Show(anew.Text);
        Assert.Contains($"<p class=\"school\">{System.Net.WebUtility.HtmlEncode(name)}</p>", Decoded(anew.Text));

        // What was shown is enough: however long one waits, only the next change is asked for.
        for (var i = 0; i < 10; i++)
            school.Clock.Advance(PageRefresh.Patience + PageRefresh.Pace);
        await Rename("Школа № 1");
        await Passing(page.Called(Refresh, 2));
        Assert.Equal(2, page.Scripts.Count(one => one.Contains(Refresh)));
    }

    [Fact]
    public async Task A_change_of_the_student_is_asked_for_at_once_meanwhile()
    {
        await using var page = await WatchedPage.Open(school, "student", "diary/21");

        await Rename("Лицей");
        Assert.IsType<Applied>(await school.Writer.Submit(Put("5"), Teacher));

        // The clock stands still.
        await page.Called(Refresh, 1);
    }

    [Fact]
    public async Task An_open_grid_closes_what_the_new_windows_close()
    {
        await using var page = await WatchedPage.Open(school, "teacher", "journal/1");
        var (_, settings) = Now();

        await Change(settings with { Windows = new(5, 14, 30) });
        await page.Drawn("править 5 дн.");

        await Change(settings);
    }

    private Task Rename(string name) => Change(Now().Settings with { Name = name });

    private async Task Change(SchoolSettings settings) =>
        Assert.IsType<Applied>(await school.Writer.Submit(new ChangeSettings(settings, Now().Version), Director));

    private (long Version, SchoolSettings Settings) Now()
    {
        var roster = school.Get<Core.Courses.Storage.RosterSource>().Current;
        return (roster.SettingsVersion, roster.Settings);
    }

    // The clock stands still until somebody waits for it, so it is moved until it was enough.
    private async Task Passing(Task awaited)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var enough = new CancellationTokenSource(WatchedPage.Patience);
        while (!awaited.IsCompleted)
        {
            school.Clock.Advance(DiaryLine.SpreadOfSchool / 6);
            await tick.WaitForNextTickAsync(enough.Token);
        }

        await awaited;
    }

    // Letters beyond ASCII may be written as numbers.
    private static string Decoded(string html) =>
        System.Text.RegularExpressions.Regex.Replace(
            html,
            "&#x(?<code>[0-9A-Fa-f]+);",
            match => char.ConvertFromUtf32(Convert.ToInt32(match.Groups["code"].Value, 16)),
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
}
