using System.Net.Sockets;
using MessagePack;

namespace Journal.Tests.Support;

/// <summary>Hears everything that comes on a page's live line, in order, and answers it as a browser does.</summary>
public sealed class CircuitTalk(CircuitClient client)
{
    private readonly byte[] _buffer = new byte[64 << 10];
    private readonly List<byte> _frames = [];
    private readonly List<byte> _stream = [];
    private bool _greeted;

    /// <summary>What has been asked of the browser's scripts so far.</summary>
    public List<string> Scripts { get; } = [];

    /// <summary>Calls the server and waits until it has done that.</summary>
    public async Task<object?> Ask(string method, params object?[] arguments)
    {
        await client.Call(method, arguments);
        return await Answer(method);
    }

    /// <summary>The server's answer to a call that has been made.</summary>
    public async Task<object?> Answer(string method)
    {
        while (await Next() is { } message)
        {
            if (Completion(message) is var (call, result) && call == method)
                return result;
        }

        throw new InvalidOperationException($"The line was closed before {method} was answered.");
    }

    /// <summary>Ends when the server has closed the line.</summary>
    public async Task Closed()
    {
        while (await Next() is not null) { }
    }

    /// <summary>The next message, confirmed; none when the line is closed.</summary>
    private async Task<byte[]?> Next()
    {
        while (true)
        {
            if (Message() is { } message)
            {
                await Note(message);
                return message;
            }

            var read = await Read();
            if (read == 0)
                return null;

            _frames.AddRange(_buffer.AsSpan(0, read));
            while (Frame()) { }
        }
    }

    private async Task<int> Read()
    {
        try
        {
            return await client.Receive(_buffer);
        }
        catch (SocketException)
        {
            // Cut, not closed.
            return 0;
        }
    }

    private async Task Note(byte[] message)
    {
        if (CircuitClient.Invocation(message).Target == "JS.BeginInvokeJS")
            Scripts.Add(System.Text.Encoding.UTF8.GetString(message));
        try
        {
            await client.Confirm(message);
        }
        catch (SocketException)
        {
            // It was the last one.
        }
    }

    // A message may come in several frames. The first one is the answer to the greeting.
    private bool Frame()
    {
        if (_frames.Count < 2)
            return false;

        var (length, head) = _frames[1] switch
        {
            126 when _frames.Count >= 4 => ((_frames[2] << 8) | _frames[3], 4),
            127 when _frames.Count >= 10 => (_frames.Skip(2).Take(8).Aggregate(0, (sum, one) => (sum << 8) | one), 10),
            126 or 127 => (int.MaxValue, 0),
            var little => (little, 2),
        };
        if (_frames.Count - head < length)
            return false;

        if (_greeted && (_frames[0] & 0x0f) is (0 or 2))
            _stream.AddRange(_frames.GetRange(head, length));
        _greeted = true;
        _frames.RemoveRange(0, head + length);
        return true;
    }

    private byte[]? Message()
    {
        var (length, at) = (0, 0);
        for (var shift = 0; ; shift += 7, at++)
        {
            if (at >= _stream.Count)
                return null;

            length |= (_stream[at] & 0x7f) << shift;
            if (_stream[at] <= 0x7f)
                break;
        }

        at++;
        if (_stream.Count - at < length)
            return null;

        var message = _stream.GetRange(at, length).ToArray();
        _stream.RemoveRange(0, at + length);
        return message;
    }

    // [3, headers, call, kind of result, result?]; an error counts as a failed test.
    private static (string Call, object? Result)? Completion(byte[] message)
    {
        var reader = new MessagePackReader(message);
        if (reader.ReadArrayHeader() < 4 || reader.ReadInt32() != 3)
            return null;

        reader.Skip();
        var call = reader.ReadString()!;
        return reader.ReadInt32() switch
        {
            1 => throw new InvalidOperationException($"{call}: {reader.ReadString()}"),
            2 => (call, null),
            _ => (call, MessagePackSerializer.Deserialize<object?>(ref reader)),
        };
    }
}
