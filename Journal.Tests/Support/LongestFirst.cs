using Journal.Tests.Support;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer(LongestFirst.Name, "Journal.Tests")]

namespace Journal.Tests.Support;

/// <summary>
/// The browser's tests take as long as all others together and follow each other: they begin at once, or the second core stands idle at the end.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public const string Name = "Journal.Tests.Support.LongestFirst";

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(one => one.DisplayName != BrowserCollection.Name);
}
