using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Journal.Web.Texts;

/// <summary>Light text as paragraphs, lists, bold words and links. Anything else stands there as it was typed.</summary>
public sealed class LightTextView : ComponentBase
{
    private string? _drawn;

    [Parameter, EditorRequired]
    public string? Text { get; set; }

    protected override bool ShouldRender() => !string.Equals(_drawn, Text, StringComparison.Ordinal);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        _drawn = Text;
        if (string.IsNullOrWhiteSpace(Text))
            return;

        if (LightText.Read(Text) is not { } read)
        {
            // What somebody typed is never left out.
            AsTyped(builder, Text);
            return;
        }

        foreach (var block in read)
            Draw(builder, block, isTight: false);
    }

    private static void AsTyped(RenderTreeBuilder builder, string text)
    {
        builder.OpenElement(11, "p");
        builder.AddContent(12, text);
        builder.CloseElement();
    }

    private static void Draw(RenderTreeBuilder builder, Block block, bool isTight)
    {
        switch (block)
        {
            case ListBlock list:
                builder.OpenElement(0, list.IsOrdered ? "ol" : "ul");
                if (
                    list is { IsOrdered: true, OrderedStart: { } start }
                    && int.TryParse(start, CultureInfo.InvariantCulture, out var first)
                )
                    builder.AddAttribute(1, "start", first);
                foreach (var item in list.OfType<ListItemBlock>())
                {
                    builder.OpenElement(2, "li");
                    foreach (var part in item)
                        Draw(builder, part, isTight: !list.IsLoose);
                    builder.CloseElement();
                }

                builder.CloseElement();
                break;
            case ThematicBreakBlock line:
                AsTyped(builder, new string(line.ThematicChar, line.ThematicCharCount));
                break;
            case LeafBlock { Inline: { } inline } when isTight:
                Draw(builder, inline);
                break;
            case LeafBlock { Inline: { } inline }:
                builder.OpenElement(3, "p");
                Draw(builder, inline);
                builder.CloseElement();
                break;
        }
    }

    private static void Draw(RenderTreeBuilder builder, ContainerInline parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case LiteralInline literal:
                    builder.AddContent(4, literal.Content.ToString());
                    break;
                case LineBreakInline:
                    builder.OpenElement(5, "br");
                    builder.CloseElement();
                    break;
                case LinkInline { IsImage: false } link when LightText.Leads(link.Url) is { } address:
                    builder.OpenElement(6, "a");
                    builder.AddAttribute(7, "href", address.AbsoluteUri);
                    builder.AddAttribute(8, "target", "_blank");
                    builder.AddAttribute(9, "rel", "noopener noreferrer nofollow");
                    if (link.FirstChild is null)
                        builder.AddContent(13, link.Url);
                    else
                        Draw(builder, link);
                    builder.CloseElement();
                    break;
                case LinkInline { IsImage: false, Url: { Length: > 0 } nowhere } words:
                    // It leads nowhere, and may be read.
                    Draw(builder, words);
                    builder.AddContent(14, $" ({nowhere})");
                    break;
                case EmphasisInline bold:
                    builder.OpenElement(10, "strong");
                    Draw(builder, bold);
                    builder.CloseElement();
                    break;
                case ContainerInline other:
                    Draw(builder, other);
                    break;
            }
        }
    }
}
