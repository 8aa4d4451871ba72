using System.Text.RegularExpressions;
using Journal.Tests.Support;

namespace Journal.Tests.Architecture;

public class DocumentsTests
{
    private static IEnumerable<string> Documents =>
        Repository.Files("docs", ".md").Select(file => $"docs/{file}").Concat(["README.md", "CONTRIBUTING.md"]);

    [Fact]
    public void Every_link_between_documents_leads_somewhere() =>
        Assert.Equal(
            "",
            string.Join(
                '\n',
                from document in Documents
                from link in Links(Repository.Read(document))
                where !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, link))
                select $"{document}: {link}"
            )
        );

    [Fact]
    public void Only_links_within_the_repository_are_followed() =>
        Assert.Equal(
            ["docs/a.md", "../b.md"],
            Links("[a](docs/a.md) [b](../b.md#part) [c](https://example.org/c.md) [d](#below) [e](mailto:e@example.org)")
        );

    private static IEnumerable<string> Links(string text) =>
        Regex.Matches(text, @"\]\((?<to>[^)#:\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture).Select(match => match.Groups["to"].Value);
}
