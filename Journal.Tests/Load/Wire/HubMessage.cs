using System.Buffers;
using MessagePack;

namespace Journal.Load.Wire;

/// <summary>SignalR's messages under the name that Blazor gives them, "blazorpack": MessagePack, each with its length in front.</summary>
internal static class HubMessage
{
    /// <summary>What both sides say now and then so that the other one does not think them gone.</summary>
    public static readonly ReadOnlyMemory<byte> Ping = new byte[] { 0x02, 0x91, 0x06 };

    public static readonly ReadOnlyMemory<byte> Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();

    public const byte HandshakeEnds = 0x1e;

    public const int Invocation = 1;
    public const int Completion = 3;

    /// <param name="call">A number when an answer is wanted.</param>
    public static ReadOnlyMemory<byte> Invoke(string? call, string method, params ReadOnlySpan<object?> arguments)
    {
        var body = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(body);
        writer.WriteArrayHeader(6);
        writer.Write(Invocation);
        writer.WriteMapHeader(0);
        writer.Write(call);
        writer.Write(method);
        writer.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments)
            Write(ref writer, argument);
        writer.WriteArrayHeader(0);
        writer.Flush();
        return Framed(body.WrittenSpan);
    }

    /// <summary>Where the first whole message of these bytes lies and ends; null when it is not whole yet.</summary>
    public static (int Start, int Length)? First(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        for (var (at, shift) = (0, 0); at < bytes.Length && at < 5; shift += 7)
        {
            var part = bytes[at++];
            length |= (part & 0x7f) << shift;
            if (part <= 0x7f)
                return at + length <= bytes.Length ? (at, length) : null;
        }

        return null;
    }

    private static void Write(ref MessagePackWriter writer, object? argument)
    {
        switch (argument)
        {
            case null:
                writer.WriteNil();
                break;
            case string text:
                writer.Write(text);
                break;
            case long number:
                writer.Write(number);
                break;
            case bool yes:
                writer.Write(yes);
                break;
            default:
                throw new ArgumentException($"Nobody sends a {argument.GetType()}.", nameof(argument));
        }
    }

    private static ReadOnlyMemory<byte> Framed(ReadOnlySpan<byte> body)
    {
        Span<byte> head = stackalloc byte[5];
        var (length, size) = (body.Length, 0);
        for (; length > 0x7f; length >>= 7)
            head[size++] = (byte)(length | 0x80);
        head[size++] = (byte)length;
        return (byte[])[.. head[..size], .. body];
    }
}
