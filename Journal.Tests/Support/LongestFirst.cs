using Journal.Tests.Support;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer(LongestFirst.Name, "Journal.Tests")]

namespace Journal.Tests.Support;

/// <summary>
/// The browsers' tests take as long as all others together, and those of a collection follow each other: they begin at once, then the longest single
/// tests, or a core stands idle at the end.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public const string Name = "Journal.Tests.Support.LongestFirst";

    // Of a class without a collection only its name is known here.
    private static readonly string[] Long =
    [
        nameof(Crash.CrashTests),
        nameof(Server.ServerProcessTests),
        nameof(Server.PublishedServerTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(one =>
            one.CollectionDefinition is not null ? 0
            : Array.Exists(Long, one.DisplayName.Contains) ? 1
            : 2
        );
}
