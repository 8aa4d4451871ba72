using System.Collections.Concurrent;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Live;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.SignalR;

namespace Journal.Web.Live;

/// <summary>What each hub connection follows. A connection lives no longer than its session, a subscription no longer than the right to it.</summary>
public sealed class Subscriptions(LiveStream stream, Sessions sessions, IHubContext<LiveHub, ILiveClient> hub, ILogger<Subscriptions> log)
{
    public const int MostOfAConnection = 64;
    public const int MostConnectionsOfAnAccount = 20;

    private readonly ConcurrentDictionary<string, Connection> _connections = new(StringComparer.Ordinal);
    private readonly Lock _opening = new();

    public int Connections => _connections.Count;

    /// <summary>False when the session is over already or the account has too many connections.</summary>
    public bool Open(HubCallerContext context)
    {
        if (context.User?.SessionId() is not { } id || sessions.Find(id) is not { } session)
            return false;

        lock (_opening)
        {
            if (_connections.Values.Count(one => one.Account == session.AccountId) >= MostConnectionsOfAnAccount)
                return false;

            _connections[context.ConnectionId] = new Connection(session.AccountId, session.Ended.Register(context.Abort));
        }

        return true;
    }

    public void Close(string connection)
    {
        if (_connections.TryRemove(connection, out var found))
            found.Dispose();
    }

    public void Add(string connection, PersonId person, Audience audience, long after)
    {
        if (!_connections.TryGetValue(connection, out var found))
            throw new HubException("not-connected");
        if (found.Start(audience) is not { } ending)
            throw new HubException("too-many-subscriptions");
        if (stream.Follow(person, audience, after, ending.Token) is not { } told)
        {
            found.Stop(audience);
            throw new HubException("not-found");
        }

        _ = Pass(hub.Clients.Client(connection), audience, told, found, ending.Token);
    }

    public void Remove(string connection, Audience audience)
    {
        if (_connections.TryGetValue(connection, out var found))
            found.Stop(audience);
    }

    // Waiting for the client to take each word is what bounds it: one that is too slow falls behind in the feed and is told to read anew.
    private async Task Pass(
        ILiveClient client,
        Audience audience,
        IAsyncEnumerable<Told> stream,
        Connection connection,
        CancellationToken ct
    )
    {
        var name = audience.ToString();
        try
        {
            await foreach (var told in stream.WithCancellation(ct))
                await (told is ToldChange change ? client.Changed(name, change.Change) : client.ReadAnew(name, told.Seq));
            if (!ct.IsCancellationRequested)
                await client.Ended(name);
        }
        catch (OperationCanceledException)
        {
            // Unsubscribed, disconnected or signed out.
        }
        catch (Exception failure)
        {
            log.LogError(failure, "A subscription ended by a failure");
            await client.Ended(name);
        }
        finally
        {
            connection.Forget(audience, ct);
        }
    }

    private sealed class Connection(int account, CancellationTokenRegistration session) : IDisposable
    {
        private readonly Dictionary<Audience, CancellationTokenSource> _following = [];
        private readonly Lock _lock = new();
        private bool _closed;

        public int Account { get; } = account;

        /// <summary>A new subscription replaces the former one to the same audience; null when there are too many.</summary>
        public CancellationTokenSource? Start(Audience audience)
        {
            lock (_lock)
            {
                StopInside(audience);
                if (_closed || _following.Count >= MostOfAConnection)
                    return null;

                return _following[audience] = new CancellationTokenSource();
            }
        }

        public void Stop(Audience audience)
        {
            lock (_lock)
                StopInside(audience);
        }

        public void Forget(Audience audience, CancellationToken ended)
        {
            lock (_lock)
            {
                if (_following.TryGetValue(audience, out var now) && now.Token == ended)
                    _following.Remove(audience);
            }
        }

        public void Dispose()
        {
            session.Dispose();
            lock (_lock)
            {
                _closed = true;
                foreach (var ending in _following.Values)
                    ending.Cancel();
                _following.Clear();
            }
        }

        private void StopInside(Audience audience)
        {
            if (_following.Remove(audience, out var former))
                former.Cancel();
        }
    }
}
