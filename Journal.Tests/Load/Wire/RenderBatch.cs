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
internal readonly record struct Frame(FrameKind Kind, int A, int B)
{
    /// <summary>How many frames it takes, those inside included.</summary>
    public int Size => Kind is FrameKind.Element or FrameKind.Component or FrameKind.Region ? A : 1;
}

/// <summary>
/// Reads one drawing: edits of components, the frames they put in, and a table of texts, all with offsets at the end. What does not add up is refused.
/// </summary>
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
        if (ends < 0)
            throw Wrong("it is cut short");

        (_components, _frames, _disposed, _texts) = (Int(ends), Int(ends + 4), Int(ends + 8), Int(ends + 16));
        var handlers = Int(ends + 12);
        Components = Counted(_components, size: 4, end: _frames);
        Frames = Counted(_frames, FrameSize, end: _disposed);
        Disposed = Counted(_disposed, size: 4, end: handlers);
        if (handlers < 0 || _texts < handlers || _texts > ends || (ends - _texts) % 4 != 0)
            throw Wrong("its texts are not where it says");

        _known = new string?[(ends - _texts) / 4];
    }

    public int Components { get; }

    public int Frames { get; }

    public int Disposed { get; }

    public int DisposedAt(int place) => Int(_disposed + 4 + place * 4);

    /// <summary>The component, where its edits begin and how many there are.</summary>
    public (int Component, int Edits, int Count) Component(int place)
    {
        var at = Int(_components + 4 + place * 4);
        if (at < 0 || at > _components - 8)
            throw Wrong("a component is not where it says");

        var count = Int(at + 4);
        return count >= 0 && count <= (_components - at - 8) / EditSize ? (Int(at), at + 8, count) : throw Wrong($"{count} edits");
    }

    public Edit Edit(int edits, int place)
    {
        var at = edits + place * EditSize;
        return new((EditKind)Int(at), Int(at + 4), Int(at + 8), Int(at + 12));
    }

    public Frame Frame(int place)
    {
        if (place < 0 || place >= Frames)
            throw Wrong($"there is no frame {place}");

        var at = _frames + 4 + place * FrameSize;
        var frame = new Frame((FrameKind)Int(at), Int(at + 4), Int(at + 8));
        return frame.Size >= 1 && frame.Size <= Frames - place ? frame : throw Wrong($"a frame of {frame.Size}");
    }

    public string? Text(int number)
    {
        if (number < 0)
            return null;
        if (number >= _known.Length)
            throw Wrong($"there is no text {number}");

        return _known[number] ??= Read(Int(_texts + number * 4));
    }

    public static InvalidDataException Wrong(string what) => new($"A drawing is not what it should be: {what}.");

    // A table begins with its length and is followed by the next one.
    private int Counted(int at, int size, int end)
    {
        if (at < 0 || at > _bytes.Length - 4 || end > _bytes.Length)
            throw Wrong("a table is not where it says");

        var count = Int(at);
        return count >= 0 && at + 4 + (long)count * size == end ? count : throw Wrong($"a table of {count}");
    }

    private string Read(int at)
    {
        var length = 0;
        for (var shift = 0; shift < 35 && at >= 0 && at < _texts; shift += 7)
        {
            var part = _bytes.Span[at++];
            length |= (part & 0x7f) << shift;
            if (part <= 0x7f)
                return length >= 0 && length <= _texts - at
                    ? Encoding.UTF8.GetString(_bytes.Span.Slice(at, length))
                    : throw Wrong("a text");
        }

        throw Wrong("a text is not where it says");
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span[at..]);
}
