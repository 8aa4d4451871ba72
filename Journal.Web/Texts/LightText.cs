using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Journal.Web.Texts;

/// <summary>
/// Text with light formatting: **bold**, lists, links. Markdig reads it and knows nothing else of Markdown, above all no HTML; what it finds is drawn
/// element by element (LightTextView), so that a text can bring no markup of its own.
/// </summary>
public static class LightText
{
    private static readonly MarkdownPipeline Pipeline = Make();

    /// <summary>Null when it is nothing but signs, or nested deeper than anybody means: then it stands as it was typed.</summary>
    public static MarkdownDocument? Read(string text)
    {
        try
        {
            // A line «[1]: …» would define a link and not be seen.
            var read = Markdown.Parse(text.Replace("]:", "]\\:", StringComparison.Ordinal), Pipeline);
            return read.Descendants<LiteralInline>().Any() ? read : null;
        }
        catch (ArgumentException)
        {
            // What Markdig says of a text that is nested too deeply.
            return null;
        }
    }

    /// <summary>The same without its signs, for paper and for one line.</summary>
    public static string Plain(string text)
    {
        if (!text.Contains("**", StringComparison.Ordinal) && !text.Contains("](", StringComparison.Ordinal))
            return text;

        return string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => Read(line) is { } read ? PlainLine(read) : line));
    }

    /// <summary>Where a link may lead: null where it may not.</summary>
    public static Uri? Leads(string? url) =>
        Uri.TryCreate(
            url?.StartsWith("www.", StringComparison.OrdinalIgnoreCase) == true ? "https://" + url : url,
            UriKind.Absolute,
            out var uri
        ) && uri.Scheme is "http" or "https" or "mailto"
            ? uri
            : null;

    private static string PlainLine(MarkdownDocument read) =>
        string.Concat(read.Descendants<LeafBlock>().Select(line => Start(line) + Plain(line.Inline)));

    private static string Start(LeafBlock line) =>
        line.Parent?.Parent switch
        {
            ListBlock { IsOrdered: true, OrderedStart: { } number } => number + ". ",
            ListBlock => "– ",
            _ => "",
        };

    private static string Plain(ContainerInline? parts) =>
        string.Concat(
            (parts ?? Enumerable.Empty<Inline>()).Select(part =>
                part switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    LinkInline { IsAutoLink: false, IsImage: false, Url: { Length: > 0 } url } link => link.FirstChild is null
                        ? url
                        : $"{Plain(link)} ({url})",
                    ContainerInline other => Plain(other),
                    _ => "",
                }
            )
        );

    private static MarkdownPipeline Make()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ListBlockParser());
        builder.BlockParsers.Add(new ParagraphBlockParser { ParseSetextHeadings = false });
        var bold = new EmphasisInlineParser();
        bold.EmphasisDescriptors.Clear();
        bold.EmphasisDescriptors.Add(new EmphasisDescriptor('*', 2, 2, enableWithinWord: true));
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new EscapeInlineParser());
        builder.InlineParsers.Add(new LinkInlineParser());
        builder.InlineParsers.Add(bold);
        builder.InlineParsers.Add(new LineBreakInlineParser());
        return builder.UseAutoLinks(new AutoLinkOptions { ValidPreviousCharacters = "*(«\"" }).UseSoftlineBreakAsHardlineBreak().Build();
    }
}
