using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Journal.Core.Persistence;

/// <summary>
/// SHA-256(previous Hash ‖ Seq ‖ At ‖ Actor ‖ CommandId ‖ Part ‖ Kind ‖ Course ‖ Class ‖ Student ‖ Person ‖ Payload): each field with its
/// length before it (int32, little-endian), integers as int64 little-endian, an absent one as length −1. The first row follows 32 zero bytes.
/// </summary>
public static class HashChain
{
    public static readonly byte[] Genesis = new byte[SHA256.HashSizeInBytes];

    public static byte[] Next(ReadOnlySpan<byte> previous, Change change)
    {
        var kind = Encoding.UTF8.GetByteCount(change.Kind);
        var size = 36 + (8 * 12) + 20 + 4 + kind + 4 + change.Payload.Length;
        var buffer = size <= 2048 ? stackalloc byte[size] : new byte[size];
        var writer = new Fields(buffer);
        writer.Add(previous);
        writer.Add(change.Seq);
        writer.Add(change.At);
        writer.Add(change.Actor);
        writer.Add(change.CommandId);
        writer.Add(change.Part);
        writer.Add(change.Kind);
        writer.Add(change.Course);
        writer.Add(change.Class);
        writer.Add(change.Student);
        writer.Add(change.Person);
        writer.Add(change.Payload);
        return SHA256.HashData(writer.Written);
    }

    private ref struct Fields(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

        public void Add(long? value)
        {
            if (value is not { } number)
            {
                Length(-1);
                return;
            }

            Length(8);
            BinaryPrimitives.WriteInt64LittleEndian(_buffer[_length..], number);
            _length += 8;
        }

        public void Add(ReadOnlySpan<byte> bytes)
        {
            Length(bytes.Length);
            bytes.CopyTo(_buffer[_length..]);
            _length += bytes.Length;
        }

        public void Add(string text)
        {
            var count = Encoding.UTF8.GetByteCount(text);
            Length(count);
            _length += Encoding.UTF8.GetBytes(text, _buffer[_length..]);
        }

        private void Length(int length)
        {
            BinaryPrimitives.WriteInt32LittleEndian(_buffer[_length..], length);
            _length += 4;
        }
    }
}
