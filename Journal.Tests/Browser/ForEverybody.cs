using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

/// <summary>A page as those meet it who do not see it, or not well.</summary>
public static class ForEverybody
{
    // What is well need not be told, of a thousand cells.
    private static readonly AxeRunOptions OnlyWrongs = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>As it stands on the screen now, whatever is open on it.</summary>
    public static async Task ShutsNobodyOut(this IPage page)
    {
        var found = await page.RunAxe(OnlyWrongs);
        Assert.Equal("", string.Join('\n', found.Violations.Select(one => $"{one.Id}: {one.Help}: {one.Nodes[0].Html}")));
    }

    /// <summary>Nobody has to push a page sideways to read it.</summary>
    public static async Task FitsItsWindow(this IPage page) =>
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{page.Url} is wider than its window"
        );
}
