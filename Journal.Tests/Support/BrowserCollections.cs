namespace Journal.Tests.Support;

// The browser's tests wait more than they reckon. Three collections of about the same length, each with a browser of its own, go on side by side; a new
// class goes where it fits.

/// <summary>What people of the school do at their pages.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "The browser";
}

/// <summary>The grid, and what is typed into it.</summary>
[CollectionDefinition(Name)]
public sealed class GridBrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "The browser of the grid";
}

/// <summary>How the pages look, and what families read.</summary>
[CollectionDefinition(Name)]
public sealed class ReadingBrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "The browser of the readers";
}
