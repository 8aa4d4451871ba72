using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Journal.Load.Wire;
using Node = Journal.Load.Wire.Node;

namespace Journal.Tests.Wire;

/// <summary>What the instrument of load believes to be on a page, against what Blazor says is there.</summary>
public sealed class PageTreeTests
{
    [Fact]
    public async Task After_every_drawing_the_tree_is_what_the_page_is_as_plain_HTML()
    {
        var (edits, frames) = (new HashSet<EditKind>(), new HashSet<FrameKind>());
        for (var seed = 0; seed < 25; seed++)
        {
            var (random, bell, tree) = (new Random(seed), new Bell(), new PageTree());
            await using var page = new Drawings<Scene>();
            for (var i = 0; i < 20; i++)
            {
                var state = SceneState.Any(random, bell);
                Draw(tree, await page.Show(state), edits, frames);
                Assert.Equal(Canonical(await Drawings<Scene>.Html(state)), Canonical(Html(tree)));

                Draw(tree, await page.After(bell.Ring), edits, frames);
                Assert.Equal(Canonical(await Drawings<Scene>.Html(state)), Canonical(Html(tree)));
            }
        }

        Assert.Equal(Enum.GetValues<EditKind>(), edits.Order());
        FrameKind[] shown =
        [
            FrameKind.Element,
            FrameKind.Text,
            FrameKind.Attribute,
            FrameKind.Component,
            FrameKind.Region,
            FrameKind.Markup,
        ];
        Assert.Superset(shown.ToHashSet(), frames);
    }

    [Fact]
    public async Task Whoever_watches_an_attribute_is_told_of_it_each_time_it_is_set()
    {
        var told = new List<string>();
        var tree = new PageTree { Watched = ("data-title", (node, value) => told.Add($"{node.Element} {value}")) };
        await using var page = new Drawings<Scene>();
        var state = SceneState.Any(new Random(1), new Bell());

        foreach (var title in new[] { "5", "5", "4" })
        {
            foreach (var drawing in await page.Show(state with { Title = title }))
                tree.Draw(new RenderBatch(drawing.Bytes));
        }

        Assert.Equal(["section 5", "section 4"], told);
    }

    private static void Draw(PageTree tree, IReadOnlyList<Drawing> drawings, HashSet<EditKind> edits, HashSet<FrameKind> frames)
    {
        foreach (var drawing in drawings)
        {
            var batch = new RenderBatch(drawing.Bytes);
            edits.UnionWith(drawing.EditKinds.Select(kind => (EditKind)kind));
            frames.UnionWith(Enumerable.Range(0, batch.Frames).Select(place => batch.Frame(place).Kind));
            tree.Draw(batch);
        }
    }

    private static string Html(PageTree tree) => Html(Assert.Single(tree.Roots));

    // Of the texts only the pieces of markup have anything in them that must not be written as it is.
    private static string Html(Node node)
    {
        var inside = node.Text ?? string.Concat(node.Children.Select(Html));
        if (node.Element is not { } name)
            return inside;

        var attributes = node.Attributes.Select(one => $" {one.Key}=\"{WebUtility.HtmlEncode(one.Value)}\"");
        return $"<{name}{string.Concat(attributes)}>{inside}</{name}>";
    }

    private static string Canonical(string html) => Said(new HtmlParser().ParseDocument($"<body>{html}").Body!);

    // Of attributes only those are kept that say something; their order says nothing.
    private static string Said(INode node) =>
        node is not IElement element
            ? node.TextContent
            : $"<{element.LocalName}{string.Concat(element.Attributes.Where(IsKept).Select(one => $" {one.Name}='{one.Value}'").Order())}>"
                + $"{string.Concat(element.ChildNodes.Select(Said))}</>";

    private static bool IsKept(IAttr attribute) => attribute.Name.StartsWith("data-", StringComparison.Ordinal);
}
