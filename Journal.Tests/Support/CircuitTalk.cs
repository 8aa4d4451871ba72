using System.Net.Sockets;
using MessagePack;

namespace Journal.Tests.Support;

/// <summary>Hears everything that comes on a page's live line, in order, and answers it as a browser does.</summary>
public sealed class CircuitTalk(CircuitClient client)
{
    private readonly byte[] _buffer = new byte[64 << 10];
    private readonly CircuitReading _reading = new();
    private readonly Queue<byte[]> _whole = [];

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

    /// <summary>Waits until a script of the browser's has been called so many times.</summary>
    public Task Called(string script, int times) =>
        Until(_ => Scripts.Count(one => one.Contains(script, StringComparison.Ordinal)) >= times, script);

    /// <summary>Waits until this text is drawn.</summary>
    public Task Drawn(string text) =>
        Until(
            message =>
                CircuitClient.Invocation(message).Target == "JS.RenderBatch"
                && System.Text.Encoding.UTF8.GetString(message).Contains(text, StringComparison.Ordinal),
            text
        );

    private async Task Until(Func<byte[], bool> met, string what)
    {
        while (await Next() is { } message)
        {
            if (met(message))
                return;
        }

        throw new InvalidOperationException($"The line was closed before this came: {what}.");
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
            if (_whole.TryDequeue(out var message))
            {
                await Note(message);
                return message;
            }

            var read = await Read();
            if (read == 0)
                return null;

            foreach (var one in _reading.Read(_buffer[..read]))
                _whole.Enqueue(one);
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
