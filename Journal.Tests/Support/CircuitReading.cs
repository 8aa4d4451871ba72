using System.Buffers.Binary;

namespace Journal.Tests.Support;

/// <summary>Cuts what arrives on a circuit's socket into messages; a big one comes in several frames, and a frame in several pieces.</summary>
internal sealed class CircuitReading
{
    private byte[] _wire = [];
    private byte[] _said = [];
    private bool _greeted;

    /// <summary>The messages that are whole now.</summary>
    public IReadOnlyList<byte[]> Read(byte[] piece)
    {
        _wire = [.. _wire, .. piece];
        _said = [.. _said, .. Frames()];
        return Messages();
    }

    // The server's frames are not masked.
    private byte[] Frames()
    {
        var (content, at) = (new List<byte>(), 0);
        while (at + 2 <= _wire.Length)
        {
            var (length, head) = _wire[at + 1] switch
            {
                126 when at + 4 <= _wire.Length => (BinaryPrimitives.ReadUInt16BigEndian(_wire.AsSpan(at + 2)), 4),
                127 when at + 10 <= _wire.Length => ((int)BinaryPrimitives.ReadUInt64BigEndian(_wire.AsSpan(at + 2)), 10),
                126 or 127 => (_wire.Length, 0),
                var little => (little, 2),
            };
            if (at + head + length > _wire.Length)
                break;
            // Pings and the closing word are no content.
            if ((_wire[at] & 0x0f) is 0 or 1 or 2)
                content.AddRange(_wire.AsSpan(at + head, length));
            at += head + length;
        }

        _wire = _wire[at..];
        return [.. content];
    }

    private List<byte[]> Messages()
    {
        var (whole, at) = (new List<byte[]>(), Greeting());
        while (Length(at) is (var length, var start) && start + length <= _said.Length)
        {
            whole.Add(_said[start..(start + length)]);
            at = start + length;
        }

        _said = _said[at..];
        return whole;
    }

    // The answer to the handshake is text and ends with a mark of its own.
    private int Greeting()
    {
        if (_greeted)
            return 0;
        var end = Array.IndexOf(_said, (byte)0x1e);
        _greeted = end >= 0;
        return end + 1;
    }

    private (int Length, int Start)? Length(int at)
    {
        if (!_greeted)
            return null;
        for (var (length, shift) = (0, 0); at < _said.Length; shift += 7)
        {
            length |= (_said[at] & 0x7f) << shift;
            if (_said[at++] <= 0x7f)
                return (length, at);
        }

        return null;
    }
}
