using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Journal.Load.Wire;

namespace Journal.Load.People;

/// <summary>A family's open diary: plain HTML, fetched anew whenever its line says so. It shows a change when its HTML holds it, not before.</summary>
/// <param name="hurries">In a short run nobody lets the teachers go first for long.</param>
internal sealed partial class ReaderPage(Browser browser, int student, bool hurries = false) : LivePage(browser, $"/diary/{student}")
{
    private const string DrawScript = "journalDiary.draw";

    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private string _html = "";
    private string? _wantedText;
    private int _fetches;
    private int _draws;
    private int _batch = 1;
    private int _opened;
    private bool _wanted;
    private bool _fetching;

    public int Student => student;

    public int Fetches => Volatile.Read(ref _fetches);

    /// <summary>How often lines of it were drawn anew by themselves.</summary>
    public int Draws => Volatile.Read(ref _draws);

    /// <summary>When the text that is looked for was first there.</summary>
    public long? Found { get; private set; }

    protected override TimeSpan LongestWait => TimeSpan.FromSeconds(4);

    protected override TimeSpan Turn => TimeSpan.FromSeconds(hurries ? 1 : 6 + (20 * Random.Shared.NextDouble()));

    // There is nothing to draw: the line's component has no markup.
    public override void Draw(ReadOnlyMemory<byte> batch) { }

    public override string Call(string script, string arguments)
    {
        if (script != DrawScript)
            return base.Call(script, arguments);

        using var said = JsonDocument.Parse(arguments);
        lock (_lock)
        {
            var drawn = Merging.Into(_html, said.RootElement[0].GetString()!);
            if (drawn is null)
                return "false";

            Interlocked.Increment(ref _draws);
            var hasNews = said.RootElement[2].GetBoolean();
            See(Merging.Unseen(drawn, hasNews));
        }

        return "true";
    }

    /// <summary>Another text to look for, besides the edits' tokens.</summary>
    public void LookFor(string text)
    {
        lock (_lock)
            (_wantedText, Found) = (text, null);
    }

    public long? Saw(string token)
    {
        lock (_lock)
            return _seen.TryGetValue(token, out var at) ? at : null;
    }

    /// <summary>Whether what it shows is what a fresh reading shows.</summary>
    public async Task<bool> IsAsFresh(CancellationToken ct)
    {
        var fresh = await Browser.Get($"/diary/{student}", ct);
        lock (_lock)
            return fresh.IsWhole && Said(fresh.Html) == Said(_html);
    }

    protected override void Refresh()
    {
        int opened;
        lock (_lock)
        {
            (_wanted, opened) = (true, _opened);
            if (_fetching)
                return;
            _fetching = true;
        }

        _ = Fetch(opened);
    }

    // What was being fetched for the page as it was goes with it.
    protected override void Forget()
    {
        lock (_lock)
            (_opened, _wanted, _fetching) = (_opened + 1, false, false);
    }

    protected override void Arrived(string html)
    {
        lock (_lock)
        {
            See(html);
        }

        // A page without the line's first drawing is whole as it comes.
        IsWhole();
    }

    private void See(string html)
    {
        _html = html;
        var now = Stopwatch.GetTimestamp();
        foreach (var token in Tokens.In(html))
            _seen.TryAdd(token, now);
        if (Found is null && _wantedText is { } wanted && html.Contains(wanted, StringComparison.Ordinal))
            Found = now;
    }

    private async Task Fetch(int opened)
    {
        try
        {
            while (Wanted(opened))
            {
                var page = await Browser.Get($"/diary/{student}", Leaving, merges: true);
                Interlocked.Increment(ref _fetches);
                if (!page.IsWhole)
                {
                    Fail($"/diary/{student}: {page.Status}");
                    continue;
                }

                if (!IsStill(opened))
                    return;

                Arrived(page.Html);
                if (Line is { IsOpen: true } line)
                    await line.Update(PageMarkers.Of(page.Html), ++_batch, Leaving);
            }
        }
        catch (Exception gone)
            when (gone
                    is HttpRequestException
                        or System.Net.WebSockets.WebSocketException
                        or InvalidOperationException
                        or IOException
                        or OperationCanceledException
            )
        {
            // Left; or the server is gone, the line says so too, and the page is opened anew. A line that is let go while something is said on it
            // counts that as cancelled.
            lock (_lock)
                _fetching &= opened != _opened;
        }
    }

    private bool IsStill(int opened)
    {
        lock (_lock)
            return opened == _opened;
    }

    private bool Wanted(int opened)
    {
        lock (_lock)
        {
            if (opened != _opened)
                return false;

            var wanted = _wanted;
            (_wanted, _fetching) = (false, wanted);
            return wanted;
        }
    }

    // Without what is another one each time: tokens of forms, protected states.
    internal static string Said(string html) => OfEachTime().Replace(html, "");

    [GeneratedRegex("<!--Blazor.*?-->|<input type=\"hidden\"[^>]*>", RegexOptions.Singleline, 1000)]
    private static partial Regex OfEachTime();
}
