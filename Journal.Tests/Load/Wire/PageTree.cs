namespace Journal.Load.Wire;

/// <summary>An element, a text, a piece of markup or the place of a component.</summary>
internal sealed class Node
{
    // Most are texts: a hundred thousand of them are open at a time.
    private List<Node>? _children;
    private Dictionary<string, string>? _attributes;

    public Node? Parent { get; set; }

    public string? Element { get; init; }

    public string? Text { get; set; }

    public List<Node> Children => _children ??= [];

    public Dictionary<string, string> Attributes => _attributes ??= [];

    public IEnumerable<Node> Descendants()
    {
        foreach (var child in _children ?? [])
        {
            yield return child;
            foreach (var one in child.Descendants())
                yield return one;
        }
    }

    public string AllText() => Text ?? string.Concat(Children.Select(child => child.AllText()));
}

/// <summary>What a browser would show of the drawings it was sent: the same edits on a tree of our own.</summary>
internal sealed class PageTree
{
    private readonly Dictionary<int, Node> _components = [];
    private readonly List<(Node Parent, Node Moved, int To)> _moves = [];

    /// <summary>Told when this attribute of an element is set to something new.</summary>
    public (string Attribute, Action<Node, string> Tell)? Watched { get; init; }

    public IEnumerable<Node> Roots => _components.Values.Where(one => one.Parent is null);

    public void Draw(RenderBatch batch)
    {
        for (var i = 0; i < batch.Components; i++)
        {
            var (component, edits, count) = batch.Component(i);
            Change(batch, Place(component), edits, count);
        }

        for (var i = 0; i < batch.Disposed; i++)
            _components.Remove(batch.DisposedAt(i));
    }

    private Node Place(int component)
    {
        if (!_components.TryGetValue(component, out var place))
            _components.Add(component, place = new Node());
        return place;
    }

    private void Change(RenderBatch batch, Node place, int edits, int count)
    {
        var at = place;
        for (var i = 0; i < count; i++)
        {
            var edit = batch.Edit(edits, i);
            switch (edit.Kind)
            {
                case EditKind.PrependFrame:
                    Insert(batch, at, edit.Sibling, edit.Frame);
                    break;
                case EditKind.RemoveFrame:
                    at.Children.Remove(Child(at, edit.Sibling));
                    break;
                case EditKind.SetAttribute:
                    Set(batch, Child(at, edit.Sibling), edit.Frame);
                    break;
                case EditKind.RemoveAttribute:
                    Child(at, edit.Sibling).Attributes.Remove(batch.Text(edit.RemovedName) ?? "");
                    break;
                case EditKind.UpdateText or EditKind.UpdateMarkup:
                    Child(at, edit.Sibling).Text = batch.Text(batch.Frame(edit.Frame).A);
                    break;
                case EditKind.StepIn:
                    at = Child(at, edit.Sibling);
                    break;
                case EditKind.StepOut:
                    at = at != place && at.Parent is { } parent ? parent : throw RenderBatch.Wrong("a step out of a component");
                    break;
                case EditKind.PermutationListEntry:
                    _moves.Add((at, Child(at, edit.Sibling), edit.Frame));
                    break;
                case EditKind.PermutationListEnd:
                    Permute();
                    break;
                default:
                    throw RenderBatch.Wrong($"an edit of no known kind, {edit.Kind}");
            }
        }
    }

    private void Permute()
    {
        foreach (var (parent, moved, to) in _moves)
        {
            Child(parent, to);
            parent.Children[to] = moved;
        }

        _moves.Clear();
    }

    /// <summary>How many children came in.</summary>
    private int Insert(RenderBatch batch, Node parent, int sibling, int number)
    {
        var frame = batch.Frame(number);
        switch (frame.Kind)
        {
            case FrameKind.Element:
                var element = new Node { Element = batch.Text(frame.B) };
                Put(parent, sibling, element);
                Fill(batch, element, number + 1, number + frame.A);
                return 1;
            case FrameKind.Text or FrameKind.Markup:
                Put(parent, sibling, new Node { Text = batch.Text(frame.A) });
                return 1;
            case FrameKind.Component:
                Put(parent, sibling, Place(frame.B));
                return 1;
            case FrameKind.Region:
                return InsertAll(batch, parent, sibling, number + 1, number + frame.A);
            case FrameKind.ElementReferenceCapture or FrameKind.ComponentReferenceCapture or FrameKind.NamedEvent:
                return 0;
            default:
                throw RenderBatch.Wrong($"a frame that puts nothing in, {frame.Kind}");
        }
    }

    private void Fill(RenderBatch batch, Node element, int from, int end)
    {
        var at = from;
        for (; at < end && batch.Frame(at).Kind == FrameKind.Attribute; at++)
            Set(batch, element, at);
        InsertAll(batch, element, 0, at, end);
    }

    private int InsertAll(RenderBatch batch, Node parent, int sibling, int from, int end)
    {
        var inserted = 0;
        for (var at = from; at < end; at += batch.Frame(at).Size)
            inserted += Insert(batch, parent, sibling + inserted, at);
        return inserted;
    }

    private static Node Child(Node parent, int sibling) =>
        sibling >= 0 && sibling < parent.Children.Count
            ? parent.Children[sibling]
            : throw RenderBatch.Wrong($"there is no child {sibling}");

    private static void Put(Node parent, int sibling, Node child)
    {
        if (sibling < 0 || sibling > parent.Children.Count)
            throw RenderBatch.Wrong($"no place {sibling} among the children");

        child.Parent = parent;
        parent.Children.Insert(sibling, child);
    }

    private void Set(RenderBatch batch, Node element, int number)
    {
        var frame = batch.Frame(number);
        if (frame.Kind != FrameKind.Attribute || batch.Text(frame.A) is not { } name)
            throw RenderBatch.Wrong($"a {frame.Kind} where an attribute should be");

        // The others say how it looks.
        if (!name.StartsWith("data-", StringComparison.Ordinal) || batch.Text(frame.B) is not { } value)
            return;

        element.Attributes[name] = value;
        if (Watched is { } watched && watched.Attribute == name)
            watched.Tell(element, value);
    }
}
