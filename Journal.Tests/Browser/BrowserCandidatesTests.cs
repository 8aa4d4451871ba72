using Journal.Tests.Support;

namespace Journal.Tests.Browser;

public class BrowserCandidatesTests
{
    [Theory]
    [InlineData(Desktop.Linux, "/home/me/bin/chromium", "/usr/bin/google-chrome")]
    [InlineData(Desktop.Linux, "/usr/bin/chromium", "/opt/google/chrome/chrome")]
    [InlineData(Desktop.Linux, "/usr/bin/microsoft-edge", "/opt/microsoft/msedge/msedge")]
    [InlineData(
        Desktop.MacOS,
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/home/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"
    )]
    [InlineData(Desktop.MacOS, "/Applications/Chromium.app/Contents/MacOS/Chromium", "/home/me/bin/chromium")]
    [InlineData(
        Desktop.Windows,
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"
    )]
    public void A_likelier_place_comes_before_a_rarer_one(Desktop desktop, string earlier, string later)
    {
        var candidates = BrowserCandidates.On(desktop, Computer(desktop)).ToList();

        Assert.Contains(earlier, candidates);
        Assert.Contains(later, candidates);
        Assert.True(candidates.IndexOf(earlier) < candidates.IndexOf(later));
    }

    [Theory]
    [InlineData(Desktop.Linux)]
    [InlineData(Desktop.MacOS)]
    [InlineData(Desktop.Windows)]
    public void A_named_browser_is_the_only_candidate(Desktop desktop)
    {
        var candidates = BrowserCandidates.On(desktop, name => name == BrowserCandidates.Variable ? "/my/own" : Computer(desktop)(name));

        Assert.Equal(["/my/own"], candidates);
    }

    [Theory]
    [InlineData(Desktop.Linux)]
    [InlineData(Desktop.MacOS)]
    [InlineData(Desktop.Windows)]
    public void A_computer_that_says_nothing_of_itself_is_searched_all_the_same(Desktop desktop)
    {
        var candidates = BrowserCandidates.On(desktop, _ => null);

        Assert.Equal(desktop != Desktop.Windows, candidates.Count > 0);
        Assert.DoesNotContain("", candidates);
    }

    [Fact]
    public void A_folder_named_twice_on_the_path_is_searched_once()
    {
        var candidates = BrowserCandidates.On(Desktop.Linux, name => name == "PATH" ? "/usr/bin::/usr/bin" : null);

        Assert.Single(candidates, "/usr/bin/chromium");
    }

    [Fact]
    public void Where_no_browser_can_be_had_the_sentence_says_what_was_tried_and_what_to_do()
    {
        var sentence = BrowserSetUp.Sentence(["/usr/bin/chromium does not start", "no apt-get"]);

        Assert.Contains("/usr/bin/chromium does not start; no apt-get", sentence);
        Assert.Contains(BrowserCandidates.Variable, sentence);
    }

    private static Func<string, string?> Computer(Desktop desktop) =>
        name =>
            (desktop, name) switch
            {
                (Desktop.Windows, "ProgramFiles") => @"C:\Program Files",
                (Desktop.Windows, "ProgramFiles(x86)") => @"C:\Program Files (x86)",
                (Desktop.Windows, "PATH") => @"C:\Windows;C:\Tools",
                (_, "PATH") => "/home/me/bin:/usr/bin",
                (_, "HOME") => "/home/me",
                _ => null,
            };
}
