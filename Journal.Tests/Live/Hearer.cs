using System.Threading.Channels;
using Journal.Core.Access;
using Journal.Tests.Support;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Live;

/// <summary>A word of the hub: a change, or (without one) "read anew" or "ended".</summary>
public sealed record Word(string Method, string Audience, long Seq, ChangeTold? Change = null);

/// <summary>Somebody's program on the live line. Everything it hears stands in one queue, in order.</summary>
public sealed class Hearer : IAsyncDisposable
{
    /// <summary>Far beyond what anything takes: who waits longer has been forgotten.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<Word> _words = Channel.CreateUnbounded<Word>();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Hearer(HubConnection line)
    {
        Line = line;
        line.On<string, ChangeTold>("Changed", (audience, change) => Take(new("Changed", audience, change.Seq, change)));
        line.On<string, long>("ReadAnew", (audience, seq) => Take(new("ReadAnew", audience, seq)));
        line.On<string>("Ended", audience => Take(new("Ended", audience, 0)));
        line.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public HubConnection Line { get; }

    public Task Closed => _closed.Task.WaitAsync(Patience);

    public static async Task<Hearer> Connect(
        ApiSchool school,
        string? token,
        bool binary = false,
        string? origin = null,
        HttpTransportType by = HttpTransportType.WebSockets
    )
    {
        var builder = new HubConnectionBuilder().WithUrl(
            new Uri(school.Address, "hubs/live"),
            by,
            options =>
            {
                options.AccessTokenProvider = () => Task.FromResult(token);
                if (origin is not null)
                    options.Headers["Origin"] = origin;
            }
        );
        if (binary)
            builder.AddMessagePackProtocol();
        var hearer = new Hearer(builder.Build());
        await hearer.Line.StartAsync();
        return hearer;
    }

    public static async Task<Hearer> As(ApiSchool school, string login) => await Connect(school, await school.Token(login));

    public Task Subscribe(string audience, long after) => Call("Subscribe", audience, after);

    public Task Unsubscribe(string audience) => Call("Unsubscribe", audience);

    public Task Call(string method, params object?[] arguments) => Line.InvokeCoreAsync(method, typeof(object), arguments);

    public async Task<Word> Next() => await _words.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Everything up to the change with this Seq, it included.</summary>
    public async Task<IReadOnlyList<Word>> Until(long seq)
    {
        var heard = new List<Word>();
        while (heard.Count == 0 || heard[^1].Seq < seq)
            heard.Add(await Next());
        return heard;
    }

    public async ValueTask DisposeAsync() => await Line.DisposeAsync();

    private void Take(Word word) => _words.Writer.TryWrite(word);
}
