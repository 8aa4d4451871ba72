using System.Text.Json;
using Journal.Tests.Support;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

/// <summary>What a page sends and receives from now on, by requests and by its line, as the browser's own tools count it.</summary>
public sealed class Traffic : IAsyncDisposable
{
    private readonly ICDPSession _tools;
    private long _sent;
    private long _received;

    private Traffic(ICDPSession tools)
    {
        _tools = tools;
        tools.Event("Network.webSocketFrameSent").OnEvent += (_, said) => Interlocked.Add(ref _sent, Payload(said));
        tools.Event("Network.webSocketFrameReceived").OnEvent += (_, said) => Interlocked.Add(ref _received, Payload(said));
        tools.Event("Network.requestWillBeSent").OnEvent += (_, said) =>
            Interlocked.Add(ref _sent, Request(said!.Value.GetProperty("request")));
        tools.Event("Network.loadingFinished").OnEvent += (_, said) =>
            Interlocked.Add(ref _received, (long)said!.Value.GetProperty("encodedDataLength").GetDouble());
    }

    public long Sent => Interlocked.Read(ref _sent);

    public long Received => Interlocked.Read(ref _received);

    public static async Task<Traffic> Of(Visitor visitor)
    {
        var tools = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        var traffic = new Traffic(tools);
        await tools.SendAsync("Network.enable");
        return traffic;
    }

    public async ValueTask DisposeAsync() => await _tools.DetachAsync();

    // Binary frames are told in base64.
    private static long Payload(JsonElement? said) =>
        said!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length * 3L / 4;

    private static long Request(JsonElement request)
    {
        var body = request.TryGetProperty("postData", out var posted) ? posted.GetString()!.Length : 0;
        return body
            + request.GetProperty("headers").EnumerateObject().Sum(header => header.Name.Length + header.Value.GetString()!.Length + 4);
    }
}
