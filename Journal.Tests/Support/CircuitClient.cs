using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MessagePack;

namespace Journal.Tests.Support;

/// <summary>
/// A page's live line without its browser: it starts the page's components and then only listens. A bare socket, so that hardly anything of what
/// an open page weighs in this process is this end's.
/// </summary>
public sealed partial class CircuitClient : IDisposable
{
    private const byte Text = 0x81;
    private const byte Binary = 0x82;

    private readonly Socket _line = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly CircuitReading _reading = new();
    private int _batch = 1;

    public static async Task<CircuitClient> Open(ApiSchool school, string login, string path) =>
        await OpenWith(school, await school.Token(login), path);

    /// <summary>In the session that this token is of.</summary>
    public static async Task<CircuitClient> OpenWith(ApiSchool school, string token, string path)
    {
        using var caller = new Caller(school.Address, token);
        var page = await caller.Get(path);
        var client = await Connected(school, token);
        await client.Start(school.Address, path, page.Text);
        return client;
    }

    /// <summary>A line on which no page has been started yet.</summary>
    public static async Task<CircuitClient> Connected(ApiSchool school, string token)
    {
        var client = new CircuitClient();
        await client.Connect(school.Address, token);
        return client;
    }

    public void Dispose() => _line.Dispose();

    /// <summary>The page has been fetched anew and is merged into the one that is shown.</summary>
    public Task Show(string page) => Update(page, "update", ++_batch);

    /// <summary>Confirms what has been sent so far, as a browser does at once: until then the server keeps it.</summary>
    public async Task Confirm()
    {
        if (_line.Available == 0)
            return;
        var waiting = new byte[_line.Available];
        await _line.ReceiveAsync(waiting);
        foreach (var message in _reading.Read(waiting))
            await Confirm(message);
    }

    /// <summary>Takes what has been sent so far, as a client does that reads everything and confirms nothing; false when the line is closed.</summary>
    public async Task<bool> Take()
    {
        try
        {
            while (_line.Available > 0)
                await _line.ReceiveAsync(new byte[_line.Available]);
            return !_line.Poll(0, SelectMode.SelectRead) || _line.Available > 0;
        }
        catch (SocketException)
        {
            // Cut, not closed.
            return false;
        }
    }

    internal Task<int> Receive(byte[] into) => _line.ReceiveAsync(into);

    internal async Task Confirm(byte[] message)
    {
        var (target, id, wantsObject) = Invocation(message);
        if (target == "JS.RenderBatch")
            await Call("OnRenderCompleted", id, null);
        else if (target == "JS.BeginInvokeJS")
            await Call("EndInvokeJSFromDotNet", id, true, $"[{id},true,{(wantsObject ? "{\"__jsObjectId\":1}" : "null")}]");
    }

    private async Task Connect(Uri server, string token)
    {
        await _line.ConnectAsync(server.Host, server.Port);
        await _line.SendAsync(
            Encoding.ASCII.GetBytes(
                $"GET /_blazor HTTP/1.1\r\nHost: {server.Authority}\r\nAuthorization: Bearer {token}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            )
        );
        var answer = new byte[4096];
        var read = await _line.ReceiveAsync(answer);
        Assert.StartsWith("HTTP/1.1 101", Encoding.ASCII.GetString(answer, 0, read));
        await Send(Text, "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray());
    }

    private async Task Start(Uri server, string path, string page)
    {
        await Call("StartCircuit", server.ToString(), new Uri(server, path).ToString(), "[]", StateOf(page));
        await Update(page, "add", _batch);
    }

    private Task Update(string page, string type, int batch)
    {
        var operations = Marker()
            .Matches(page)
            .Select(one => JsonDocument.Parse(one.Groups[1].Value).RootElement)
            .Select(
                (marker, place) =>
                    new
                    {
                        type,
                        ssrComponentId = place + 1,
                        marker,
                    }
            );
        return Call("UpdateRootComponents", JsonSerializer.Serialize(new { batchId = batch, operations }), StateOf(page));
    }

    private static string StateOf(string page) => State().Match(page) is { Success: true } found ? found.Groups[1].Value : "";

    internal Task Call(string method, params object?[] arguments)
    {
        var body = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(body);
        writer.WriteArrayHeader(6);
        writer.Write(1);
        writer.WriteMapHeader(0);
        writer.Write(method);
        writer.Write(method);
        writer.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments)
            MessagePackSerializer.Serialize(ref writer, argument);
        writer.WriteArrayHeader(0);
        writer.Flush();
        return Send(Binary, [.. Length(body.WrittenCount), .. body.WrittenSpan]);
    }

    // A client's frame is masked; a mask of zeros changes nothing.
    private async Task Send(byte kind, byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)content.Length);
        await _line.SendAsync((byte[])[kind, 0x80 | 126, .. length, 0, 0, 0, 0, .. content]);
    }

    internal static (string? Target, long Id, bool WantsObject) Invocation(byte[] message)
    {
        var reader = new MessagePackReader(message);
        if (reader.ReadArrayHeader() < 5 || reader.ReadInt32() != 1)
            return default;

        reader.Skip();
        reader.Skip();
        var target = reader.ReadString();
        var arguments = reader.ReadArrayHeader();
        if (arguments == 0 || reader.NextMessagePackType != MessagePackType.Integer)
            return (target, 0, false);

        var id = reader.ReadInt64();
        return (target, id, target == "JS.BeginInvokeJS" && WantsObject(ref reader));
    }

    // After the call's number: what is called, with what, and whether a module or another object is to be kept over there.
    private static bool WantsObject(ref MessagePackReader reader)
    {
        reader.Skip();
        reader.Skip();
        return reader.ReadInt32() == 1;
    }

    private static IEnumerable<byte> Length(int length)
    {
        for (; length > 0x7f; length >>= 7)
            yield return (byte)(length | 0x80);
        yield return (byte)length;
    }

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->", RegexOptions.None, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.None, 1000)]
    private static partial Regex State();
}
