using System.Buffers.Binary;
using System.Text;

namespace Journal.Load.Wire;

internal enum EditKind
{
    PrependFrame = 1,
    RemoveFrame,
    SetAttribute,
    RemoveAttribute,
    UpdateText,
    StepIn,
    StepOut,
    UpdateMarkup,
    PermutationListEntry,
    PermutationListEnd,
}

internal enum FrameKind
{
    None,
    Element,
    Text,
    Attribute,
    Component,
    Region,
    ElementReferenceCapture,
    ComponentReferenceCapture,
    Markup,
    ComponentRenderMode,
    NamedEvent,
}

/// <param name="Sibling">Counted among the children of the place one stands in.</param>
/// <param name="Frame">The frame it is about, or, for a permutation, the place it moves to.</param>
internal readonly record struct Edit(EditKind Kind, int Sibling, int Frame, int RemovedName);

/// <param name="A">Length of the subtree, or the text's number.</param>
/// <param name="B">Name of an element, value of an attribute, number of a component.</param>
internal readonly record struct Frame(FrameKind Kind, int A, int B);

/// <summary>Reads one drawing: edits of components, the frames they put in, and a table of texts, all with offsets at the end.</summary>
internal sealed class RenderBatch
{
    private const int EditSize = 16;
    private const int FrameSize = 20;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _components;
    private readonly int _frames;
    private readonly int _disposed;
    private readonly int _texts;
    private readonly string?[] _known;

    public RenderBatch(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        var ends = bytes.Length - 20;
        (_components, _frames, _disposed, _texts) = (Int(ends), Int(ends + 4), Int(ends + 8), Int(ends + 16));
        _known = new string?[(ends - _texts) / 4];
    }

    public int Components => Int(_components);

    public int Disposed => Int(_disposed);

    public int DisposedAt(int place) => Int(_disposed + 4 + place * 4);

    /// <summary>The component, where its edits begin and how many there are.</summary>
    public (int Component, int Edits, int Count) Component(int place)
    {
        var at = Int(_components + 4 + place * 4);
        return (Int(at), at + 8, Int(at + 4));
    }

    public Edit Edit(int edits, int place)
    {
        var at = edits + place * EditSize;
        return new((EditKind)Int(at), Int(at + 4), Int(at + 8), Int(at + 12));
    }

    public Frame Frame(int place)
    {
        var at = _frames + 4 + place * FrameSize;
        return new((FrameKind)Int(at), Int(at + 4), Int(at + 8));
    }

    public string? Text(int number)
    {
        if (number < 0)
            return null;
        return _known[number] ??= Read(Int(_texts + number * 4));
    }

    private string Read(int at)
    {
        var bytes = _bytes.Span;
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            length |= (part & 0x7f) << shift;
            if (part <= 0x7f)
                return Encoding.UTF8.GetString(bytes.Slice(at, length));
        }
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span[at..]);
}
