using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Journal.Tests.Wire;

/// <summary>Rings in all leaves at once, and only there.</summary>
internal sealed class Bell
{
    public Action? Rung { get; set; }

    public int Times { get; private set; }

    public void Ring()
    {
        Times++;
        Rung?.Invoke();
    }
}

/// <param name="Rows">Keys of elements, in order.</param>
/// <param name="Leaves">Keys of components, in order; each has as many inside it as its number says.</param>
internal sealed record SceneState(
    string Title,
    string? Hint,
    string? Mark,
    bool Note,
    string Markup,
    IReadOnlyList<int> Rows,
    IReadOnlyList<int> Leaves,
    IReadOnlyList<string> Loose,
    Bell Bell
)
{
    private static readonly string[] Words = ["пять", "four", "", "н", "тема урока: дроби", "5 + 4"];

    /// <summary>Any of the states there are.</summary>
    public static SceneState Any(Random random, Bell bell) =>
        new(
            Word(random),
            random.Next(2) == 0 ? null : Word(random),
            random.Next(2) == 0 ? null : Word(random),
            random.Next(2) == 0,
            $"<b data-b=\"{random.Next(3)}\">{Word(random)}</b> and <i>{random.Next(3)}</i>",
            Some(random, 8),
            Some(random, 4),
            [.. Some(random, 4).Select(_ => Word(random))],
            bell
        );

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static int[] Some(Random random, int most)
    {
        var all = Enumerable.Range(0, most).ToArray();
        random.Shuffle(all);
        return all[..random.Next(most + 1)];
    }
}

/// <summary>A component with everything in it that a drawing can change.</summary>
internal sealed class Scene : ComponentBase
{
    [Parameter, EditorRequired]
    public required SceneState State { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "section");
        builder.AddAttribute(1, "class", State.Title);
        if (State.Hint is { } hint)
            builder.AddAttribute(2, "data-hint", hint);
        builder.AddAttribute(3, "data-title", State.Title);
        builder.AddAttribute(4, "data-set", State.Note);
        builder.AddAttribute(5, "onclick", EventCallback.Factory.Create(this, () => { }));
        builder.OpenElement(6, "h2");
        builder.AddContent(7, State.Title);
        builder.AddElementReferenceCapture(8, _ => { });
        builder.CloseElement();
        if (State.Note)
        {
            builder.OpenElement(9, "p");
            builder.AddContent(10, "note");
            builder.CloseElement();
        }

        builder.AddMarkupContent(12, State.Markup);
        builder.OpenElement(13, "ul");
        foreach (var row in State.Rows)
            Row(builder, row);
        builder.CloseElement();
        builder.AddContent(20, Loose);
        if (State.Mark is not null)
        {
            builder.OpenElement(21, "em");
            builder.AddContent(22, State.Mark);
            builder.CloseElement();
        }

        builder.CloseElement();
        foreach (var leaf in State.Leaves)
            Leaf(builder, leaf);
    }

    private void Row(RenderTreeBuilder builder, int row)
    {
        builder.OpenElement(14, "li");
        builder.SetKey(row);
        builder.AddAttribute(15, "data-row", row.ToString(CultureInfo.InvariantCulture));
        if (row % 2 == 0)
            builder.AddAttribute(16, "data-mark", State.Mark);
        builder.OpenElement(17, "span");
        builder.AddContent(18, State.Title);
        builder.CloseElement();
        builder.CloseElement();
    }

    // A region with another one in it.
    private void Loose(RenderTreeBuilder builder)
    {
        foreach (var text in State.Loose)
        {
            builder.AddContent(0, text);
            builder.AddContent(1, Struck(text));
        }
    }

    private static RenderFragment Struck(string text) =>
        builder =>
        {
            builder.OpenElement(0, "s");
            builder.AddContent(1, text);
            builder.CloseElement();
        };

    private void Leaf(RenderTreeBuilder builder, int leaf)
    {
        builder.OpenComponent<Leaf>(30);
        builder.SetKey(leaf);
        builder.AddComponentParameter(31, nameof(Wire.Leaf.Depth), leaf);
        builder.AddComponentParameter(32, nameof(Wire.Leaf.Bell), State.Bell);
        builder.AddComponentParameter(33, nameof(Wire.Leaf.Text), State.Title);
        builder.AddComponentReferenceCapture(34, _ => { });
        builder.CloseComponent();
    }
}

/// <summary>A component in another one, with one less in it.</summary>
internal sealed class Leaf : ComponentBase, IDisposable
{
    [Parameter]
    public int Depth { get; set; }

    [Parameter]
    public string Text { get; set; } = "";

    [Parameter]
    public Bell? Bell { get; set; }

    public void Dispose() => Bell!.Rung -= StateHasChanged;

    protected override void OnInitialized() => Bell!.Rung += StateHasChanged;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "data-times", (Bell!.Times * (Depth + 1)).ToString(CultureInfo.InvariantCulture));
        builder.AddContent(2, Text);
        if ((Bell.Times + Depth) % 3 > 0)
        {
            builder.OpenComponent<Leaf>(3);
            builder.AddComponentParameter(4, nameof(Depth), Depth - 1);
            builder.AddComponentParameter(5, nameof(Bell), Bell);
            builder.AddComponentParameter(6, nameof(Text), Text);
            builder.CloseComponent();
        }

        builder.CloseElement();
    }
}
