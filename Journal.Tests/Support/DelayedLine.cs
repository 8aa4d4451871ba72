using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Journal.Tests.Support;

/// <summary>A long way to the server: whatever goes through arrives so much later, in both directions, in order and unchanged.</summary>
public sealed class DelayedLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Uri _server;
    private readonly TimeSpan _oneWay;
    private readonly Task _accepting;

    public DelayedLine(Uri server, TimeSpan oneWay)
    {
        (_server, _oneWay) = (server, oneWay);
        _listener.Start();
        _accepting = Accept();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _closing.Dispose();
    }

    private async Task Accept()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
                lines.Add(Join(await _listener.AcceptSocketAsync(_closing.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task Join(Socket here)
    {
        using var near = here;
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await far.ConnectAsync(_server.Host, _server.Port, _closing.Token);
            near.NoDelay = far.NoDelay = true;
            await Task.WhenAny(Carry(near, far), Carry(far, near));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // One end has hung up, and so does the other.
        }
    }

    private async Task Carry(Socket from, Socket to)
    {
        var under = Channel.CreateUnbounded<(long Sent, byte[] Piece)>();
        await Task.WhenAll(Take(from, under.Writer), Give(under.Reader, to));
    }

    private async Task Take(Socket from, ChannelWriter<(long, byte[])> under)
    {
        var piece = new byte[16 << 10];
        try
        {
            while (await from.ReceiveAsync(piece, _closing.Token) is > 0 and var read)
                await under.WriteAsync((Stopwatch.GetTimestamp(), piece[..read]), _closing.Token);
        }
        finally
        {
            under.Complete();
        }
    }

    private async Task Give(ChannelReader<(long Sent, byte[] Piece)> under, Socket to)
    {
        await foreach (var (sent, piece) in under.ReadAllAsync(_closing.Token))
        {
            if (_oneWay - Stopwatch.GetElapsedTime(sent) is { Ticks: > 0 } rest)
                await Task.Delay(rest, TimeProvider.System, _closing.Token);
            await to.SendAsync(piece, _closing.Token);
        }

        to.Shutdown(SocketShutdown.Send);
    }
}
