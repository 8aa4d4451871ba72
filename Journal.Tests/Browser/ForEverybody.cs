using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

/// <summary>
/// A page as those meet it who do not see it, or not well. The checker is read into a page once and asked there: its own wrapper opens a second page
/// for every answer and reads half a megabyte of script into both, which costs seconds, and is for pages with frames; ours have none.
/// </summary>
public static class ForEverybody
{
    private static readonly string Checker = new BundledAxeScriptProvider().GetScript();

    // What is well need not be told, of a thousand cells.
    private const string Ask = """
        async () => {
          if (frames.length > 0) return ['frames are not looked into'];
          const found = await axe.run(document, { resultTypes: ['violations'] });
          return found.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html).join(' | ')}`);
        }
        """;

    /// <summary>As it stands on the screen now, whatever is open on it.</summary>
    public static async Task ShutsNobodyOut(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Checker);
        Assert.Equal("", string.Join('\n', await page.EvaluateAsync<string[]>(Ask)));
    }

    /// <summary>Nobody has to push a page sideways to read it.</summary>
    public static async Task FitsItsWindow(this IPage page) =>
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{page.Url} is wider than its window"
        );
}
