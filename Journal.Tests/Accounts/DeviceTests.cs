using Journal.Web.Accounts;

namespace Journal.Tests.Accounts;

public sealed class DeviceTests
{
    private const string Webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

    [Theory]
    [InlineData($"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {Webkit} Chrome/142.0.0.0 Safari/537.36", "Chrome, Windows")]
    [InlineData($"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {Webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.3595.53", "Edge, Windows")]
    [InlineData($"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {Webkit} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0", "Opera, Windows")]
    [InlineData(
        $"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {Webkit} Chrome/140.0.0.0 YaBrowser/25.10.0.0 Safari/537.36",
        "Yandex Browser, Windows"
    )]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox, Linux")]
    [InlineData(
        $"Mozilla/5.0 (Linux; Android 15; SM-S928B) {Webkit} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36",
        "Samsung Internet, Android"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1",
        "Safari, iPhone"
    )]
    [InlineData(
        "Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0.7444.46 Mobile/15E148 Safari/604.1",
        "Chrome, iPad"
    )]
    [InlineData(
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15",
        "Safari, macOS"
    )]
    [InlineData($"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {Webkit} Chrome/142.0.0.0 Safari/537.36", "Chrome, ChromeOS")]
    public void A_browser_is_named_with_its_system_although_only_a_part_is_kept(string agent, string words)
    {
        var kept = Device.Kept(agent);

        Assert.InRange(kept.Length, 1, Device.Longest);
        Assert.Equal(words, Device.Of(kept));
    }

    [Theory]
    [InlineData("school-import/2.1", "school-import/2.1")]
    [InlineData("Dalvik/2.1.0 (Linux; U; Android 14; Pixel 8 Build/AP2A.240805.005)", "Dalvik/2.1.0 (Linux; U; Android 14; Pixe…")]
    [InlineData("Firefox/145.0", "Firefox")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Of_what_is_not_known_the_beginning_is_shown(string? agent, string words) =>
        Assert.Equal(words, Device.Of(Device.Kept(agent)));

    [Fact]
    public void A_name_that_never_ends_is_cut() => Assert.Equal(new string('x', Device.Longest), Device.Kept(new string('x', 10_000)));
}
