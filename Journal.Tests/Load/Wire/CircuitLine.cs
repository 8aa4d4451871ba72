using System.Globalization;
using System.Net.WebSockets;
using MessagePack;

namespace Journal.Load.Wire;

/// <summary>What comes on a line for the page at its end.</summary>
internal interface ICircuitPage
{
    /// <summary>A drawing; it is acknowledged when this returns.</summary>
    void Draw(ReadOnlyMemory<byte> batch);

    /// <summary>The server calls one of the page's scripts, with its arguments as JSON; the answer as JSON.</summary>
    string Call(string script, string arguments);

    /// <summary>The server says that the page has failed.</summary>
    void Fail(string what);
}

/// <summary>One live line of Blazor's circuit protocol: what a browser says and answers, without a browser.</summary>
internal sealed class CircuitLine : IAsyncDisposable
{
    private const int Idle = 4 << 10;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _saying = new(1);
    private readonly ICircuitPage _page;
    private readonly Dictionary<string, TaskCompletionSource<object?>> _asked = [];
    private byte[] _heard = new byte[Idle];
    private int _filled;
    private bool _greeted;
    private int _calls;
    private long _objects;

    private CircuitLine(ICircuitPage page) => _page = page;

    /// <summary>Ends when the line is closed by either side.</summary>
    public Task Closed { get; private set; } = Task.CompletedTask;

    public bool IsOpen => _socket.State == WebSocketState.Open;

    /// <summary>As a browser that has hung: everything is read, and nothing is confirmed or answered any more.</summary>
    public bool Hangs { get; set; }

    /// <param name="whose">The header that says whose line it is: a browser's cookie, or a program's token.</param>
    public static async Task<CircuitLine> Open(
        Uri server,
        (string Name, string Value) whose,
        HttpMessageInvoker http,
        ICircuitPage page,
        CancellationToken ct
    )
    {
        var line = new CircuitLine(page);
        try
        {
            line._socket.Options.SetRequestHeader(whose.Name, whose.Value);
            line._socket.Options.KeepAliveInterval = TimeSpan.Zero;
            await line._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/_blazor" }.Uri, http, ct);
            await line.Say(HubMessage.Handshake, ct);
        }
        catch
        {
            line._socket.Dispose();
            throw;
        }

        line.Closed = line.Listen();
        return line;
    }

    /// <summary>Begins the page's components; the secret under which it can be taken up again.</summary>
    public async Task<string> Start(Uri server, Uri page, PageMarkers markers, CancellationToken ct)
    {
        var secret = (string?)await Ask("StartCircuit", ct, server.ToString(), page.ToString(), "[]", markers.State);
        await Say(HubMessage.Invoke(null, "UpdateRootComponents", markers.Add(batch: 1), markers.State), ct);
        return secret ?? throw new InvalidOperationException("The server did not begin the page.");
    }

    /// <summary>The same page fetched anew: its components get what it says now.</summary>
    public Task Update(PageMarkers markers, int batch, CancellationToken ct) =>
        Say(HubMessage.Invoke(null, "UpdateRootComponents", markers.Update(batch), markers.State), ct);

    /// <summary>The same, and waits until the server has taken it; a browser does not.</summary>
    public Task UpdateAndHear(PageMarkers markers, int batch, CancellationToken ct) =>
        Ask("UpdateRootComponents", ct, markers.Update(batch), markers.State);

    /// <summary>Whether the server still knows the page and goes on with it.</summary>
    public async Task<bool> TakeUp(string secret, CancellationToken ct) => await Ask("ConnectCircuit", ct, secret) is true;

    /// <summary>Calls the server and waits until it has done that.</summary>
    public async Task<object?> Ask(string method, CancellationToken ct, params object?[] arguments)
    {
        var call = Interlocked.Increment(ref _calls).ToString(CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_asked)
            _asked[call] = answer;
        await Say(HubMessage.Invoke(call, method, arguments), ct);
        return await answer.Task.WaitAsync(ct);
    }

    public Task Ping(CancellationToken ct) => Say(HubMessage.Ping, ct);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await Closed;
        _socket.Dispose();
    }

    private async Task Say(ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        await _saying.WaitAsync(ct);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, ct);
        }
        finally
        {
            _saying.Release();
        }
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                var piece = await _socket.ReceiveAsync(_heard.AsMemory(_filled), CancellationToken.None);
                if (piece.MessageType == WebSocketMessageType.Close)
                    break;

                _filled += piece.Count;
                await Take();
                if (_filled == _heard.Length)
                    Array.Resize(ref _heard, _heard.Length * 2);
                else if (_filled == 0 && _heard.Length > 4 * Idle)
                    _heard = new byte[Idle];
            }
        }
        catch (Exception cut) when (cut is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The server is gone, or this end was let go.
        }
        catch (Exception wrong)
        {
            // Nothing of a page may be lost unseen: what is not understood is the page's failure.
            _page.Fail(wrong.ToString());
        }

        lock (_asked)
        {
            foreach (var waiting in _asked.Values)
                waiting.TrySetException(new WebSocketException("The line was closed before the answer."));
        }
    }

    private async Task Take()
    {
        var at = 0;
        if (!_greeted)
        {
            var end = _heard.AsSpan(0, _filled).IndexOf(HubMessage.HandshakeEnds);
            if (end < 0)
                return;
            (_greeted, at) = (true, end + 1);
        }

        while (HubMessage.First(_heard.AsSpan(at, _filled - at)) is var (start, length))
        {
            await Hear(_heard.AsMemory(at + start, length));
            at += start + length;
        }

        _heard.AsSpan(at, _filled - at).CopyTo(_heard);
        _filled -= at;
    }

    private Task Hear(ReadOnlyMemory<byte> message)
    {
        var reader = new MessagePackReader(message);
        reader.ReadArrayHeader();
        switch (reader.ReadInt32())
        {
            case HubMessage.Invocation:
                reader.Skip();
                reader.Skip();
                return Called(reader.ReadString()!, ref reader);
            case HubMessage.Completion:
                reader.Skip();
                Answered(ref reader);
                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }
    }

    private Task Called(string target, ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        switch (target)
        {
            case "JS.RenderBatch":
                var drawing = reader.ReadInt64();
                _page.Draw(reader.ReadBytes()!.Value.First);
                return Answer(HubMessage.Invoke(null, "OnRenderCompleted", drawing, null));
            case "JS.BeginInvokeJS":
                var (id, name) = (reader.ReadInt64(), reader.ReadString()!);
                var arguments = reader.ReadString() ?? "[]";
                var wantsObject = reader.ReadInt32() == 1;
                var answer = _page.Call(name, arguments);
                return id == 0 ? Task.CompletedTask : Answer(Done(id, wantsObject ? NewObject() : answer));
            case "JS.Error":
                _page.Fail(reader.ReadString() ?? "");
                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }
    }

    private Task Answer(ReadOnlyMemory<byte> message) => Hangs ? Task.CompletedTask : Say(message, CancellationToken.None);

    private string NewObject() => string.Create(CultureInfo.InvariantCulture, $"{{\"__jsObjectId\":{++_objects}}}");

    private static ReadOnlyMemory<byte> Done(long id, string result) =>
        HubMessage.Invoke(null, "EndInvokeJSFromDotNet", id, true, string.Create(CultureInfo.InvariantCulture, $"[{id},true,{result}]"));

    // [3, headers, call, kind of result, result?]
    private void Answered(ref MessagePackReader reader)
    {
        var call = reader.ReadString()!;
        TaskCompletionSource<object?>? waiting;
        lock (_asked)
            _asked.Remove(call, out waiting);
        switch (reader.ReadInt32())
        {
            case 1:
                waiting?.TrySetException(new InvalidOperationException(reader.ReadString()));
                break;
            case 2:
                waiting?.TrySetResult(null);
                break;
            default:
                waiting?.TrySetResult(reader.NextMessagePackType == MessagePackType.Boolean ? reader.ReadBoolean() : reader.ReadString());
                break;
        }
    }
}
