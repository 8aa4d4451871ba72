using Microsoft.Playwright;

namespace Journal.Tests.Browser;

/// <summary>How soon a key was on the screen: frames drawn since, and milliseconds until after the last of them.</summary>
public sealed record Echo
{
    public string Key { get; init; } = "";

    public int Frames { get; init; }

    public double Ms { get; init; }
}

/// <summary>What tests do to an open grid, and what they ask its window.</summary>
public static class GridPage
{
    // A typed key counts as shown when the editor or the cell below it shows it in the frame that is about to be painted.
    private const string Watching = """
        () => {
          window.echoes = [];
          addEventListener('keydown', ({ key, timeStamp }) => {
            if (key.length !== 1) return;
            const cell = document.querySelector('td[data-sel="at"]');
            const editor = document.querySelector('input.edit');
            let frames = 0;
            const look = () => requestAnimationFrame(() => {
              frames++;
              const shown = (!editor.hidden && editor.value === key) || cell.dataset.now?.includes(key);
              if (!shown && frames < 60) return look();
              const painted = new MessageChannel();
              painted.port1.onmessage = () => window.echoes.push({ key, frames, ms: performance.now() - timeStamp });
              painted.port2.postMessage(null);
            });
            look();
          }, true);
        }
        """;

    // Of a page that shows marks: when a change of them had been painted, one moment for each.
    private const string WatchingMarks = """
        (where) => {
          window.seen = [];
          const shown = () => [...document.querySelectorAll(`${where} td, ${where} .mk`)].map((cell) => cell.textContent.trim()).join('|');
          let before = shown();
          new MutationObserver(() => {
            if (shown() === before) return;
            before = shown();
            requestAnimationFrame(() => {
              const painted = new MessageChannel();
              painted.port1.onmessage = () => {
                window.seen.push(performance.timeOrigin + performance.now());
                document.documentElement.dataset.marksSeen = String(window.seen.length);
              };
              painted.port2.postMessage(null);
            });
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        }
        """;

    private const string WatchingSaving = """
        async () => {
          window.enters = [];
          window.saved = [];
          addEventListener('keydown', ({ key, timeStamp }) => key === 'Enter' && window.enters.push(performance.timeOrigin + timeStamp), true);
          const { outbox } = await import('/outbox.js');
          outbox.addEventListener('saved', () => window.saved.push(performance.timeOrigin + performance.now()));
        }
        """;

    /// <summary>For a new window: notes when the grid could be typed into, counted from the beginning of the navigation.</summary>
    public const string NotingReady = """
        new MutationObserver((_, observer) => {
          if (!document.querySelector('.journal[data-ready]')) return;
          window.readyAt = performance.now();
          observer.disconnect();
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
        """;

    public static Task WatchMarks(this IPage page, string where) => page.EvaluateAsync(WatchingMarks, where);

    public static Task WatchSaving(this IPage page) => page.EvaluateAsync(WatchingSaving);

    public static Task WatchEcho(this IPage page) => page.EvaluateAsync(Watching);

    public static async Task<Echo[]> Echoes(this IPage page)
    {
        await page.NextFrame();
        return await page.EvaluateAsync<Echo[]>("() => window.echoes");
    }

    /// <summary>How long so many requests took, one after the other.</summary>
    public static Task<double[]> Requests(this IPage page, string path, int times) =>
        page.EvaluateAsync<double[]>(
            """
            async ([path, times]) => {
              const took = [];
              for (let i = 0; i < times; i++) {
                const from = performance.now();
                await (await fetch(path, { cache: 'no-store' })).text();
                took.push(performance.now() - from);
              }
              return took;
            }
            """,
            new object[] { path, times }
        );

    /// <summary>Until the window has painted once more.</summary>
    public static Task NextFrame(this IPage page) =>
        page.EvaluateAsync("() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))");

    /// <summary>A value, and on to the next cell.</summary>
    public static async Task Type(this IPage page, string value)
    {
        await page.Keyboard.TypeAsync(value);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Until nothing typed is under way any more and the page itself shows it.</summary>
    public static Task Settled(this IPage page) =>
        Assertions.Expect(page.Locator("td[data-now]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });

    public static Task Paste(this IPage page, string text) =>
        page.EvaluateAsync(
            """
            (text) => {
              const data = new DataTransfer();
              data.setData('text/plain', text);
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            text
        );
}
