using Journal.Web.Shell;

namespace Journal.Tests.Web;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/courses/7?term=2", "/courses/7?term=2")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("courses", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/a\\..\\b", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("https://evil.example", "/")]
    public void Only_a_path_of_ours_is_followed(string? wish, string followed) => Assert.Equal(followed, LocalUrl.OrHome(wish));
}
