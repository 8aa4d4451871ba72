using System.Collections.Concurrent;
using Journal.Web.Accounts.Storage;
using Journal.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Journal.Web.Accounts;

/// <summary>A new session and the one copy of its token.</summary>
public sealed record NewSession(string Token, Session Session);

/// <summary>Every living session of the school, in the file and in memory. Opaque, revocable, twelve hours, for cookies and bearers alike.</summary>
public sealed class Sessions(IDbContextFactory<AccountsDb> databases, TimeProvider clock, JournalOptions options)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<TokenHash, Session> _living = new();
    private readonly ConcurrentDictionary<int, Session> _byId = new();

    public int Count => _living.Count;

    public async Task Load(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcTicks;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.Expires <= now).ExecuteDeleteAsync(ct);
        var living = await db
            .Sessions.Join(db.Users, s => s.AccountId, a => a.Id, (s, a) => new { Row = s, Account = a })
            .Where(found => !found.Account.Frozen)
            .AsNoTracking()
            .ToListAsync(ct);

        foreach (var found in living)
            Keep(new(found.Row, found.Account.PersonId, found.Account.Demo));
    }

    /// <summary>Always a new token: what the browser had before the sign-in is worth nothing after it.</summary>
    public async Task<NewSession> Create(Account account, SessionKind kind, bool sharedComputer, string? agent, CancellationToken ct)
    {
        var token = TokenHash.NewToken();
        var now = clock.GetUtcNow();
        var row = new SessionRow
        {
            AccountId = account.Id,
            TokenHash = TokenHash.Bytes(token),
            Kind = kind,
            Created = now.UtcTicks,
            Expires = (now + Lifetime).UtcTicks,
            SharedComputer = sharedComputer,
            Agent = Device.Kept(agent),
        };

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Sessions.Add(row);
        await db.SaveChangesAsync(ct);
        var session = Keep(new(row, account.PersonId, account.Demo));
        await EndOldest(account.Id, ct);

        return new(token, session);
    }

    public Session? Find(string token)
    {
        // A token is 43 letters; a header of 16 kB is not worth hashing.
        if (token.Length is 0 or > 64 || !_living.TryGetValue(TokenHash.Of(token), out var session))
            return null;

        return IsOver(session, clock.GetUtcNow()) ? null : session;
    }

    public Session? Find(int sessionId) => _byId.GetValueOrDefault(sessionId);

    public Task End(int sessionId, CancellationToken ct) => End(s => s.Id == sessionId, ct);

    public Task EndAll(int accountId, CancellationToken ct, int? except = null) => End(s => s.AccountId == accountId && s.Id != except, ct);

    /// <summary>The other sessions of the same account, the newest first. A demonstration's account is everybody's: each sees the own one only.</summary>
    public IReadOnlyList<Session> Beside(Session mine) =>
        [.. _living.Values.Where(s => IsBeside(mine, s)).OrderByDescending(s => s.Created).ThenByDescending(s => s.Id)];

    /// <summary>Ends one of the others, or all of them. What is not beside this one stays as it is.</summary>
    public Task EndBeside(Session mine, int? which, CancellationToken ct) =>
        End(s => IsBeside(mine, s) && (which is null || s.Id == which), ct);

    /// <summary>Called every second, so that an expired session's open lines are cut as fast as a signed-out one's.</summary>
    public Task EndExpired(CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        return End(s => IsOver(s, now), ct);
    }

    /// <summary>A person is at the browser of this session.</summary>
    public void Touch(Session session) => session.Touched = clock.GetUtcNow();

    // The page of a kiosk ends by itself when its time is over; this is for a page that does not. It is told of a touch some seconds late.
    private bool IsOver(Session session, DateTimeOffset now) =>
        session.Expires <= now || (session.IsKiosk && now - session.Touched > options.KioskPatience);

    private static bool IsBeside(Session mine, Session other) => !mine.Demo && other.AccountId == mine.AccountId && other.Id != mine.Id;

    private Session Keep(Session session)
    {
        Touch(session);
        return _byId[session.Id] = _living[session.TokenHash] = session;
    }

    private Task EndOldest(int accountId, CancellationToken ct)
    {
        var mine = _living.Values.Where(s => s.AccountId == accountId).ToList();
        if (mine.Count <= options.SessionsPerAccount)
            return Task.CompletedTask;

        var oldest = mine.OrderBy(s => s.Created)
            .ThenBy(s => s.Id)
            .Take(mine.Count - options.SessionsPerAccount)
            .Select(s => s.Id)
            .ToHashSet();
        return End(s => oldest.Contains(s.Id), ct);
    }

    // First from memory (at once for every request and open line), then from the file.
    private async Task End(Func<Session, bool> which, CancellationToken ct)
    {
        var ending = _living.Values.Where(which).ToList();
        if (ending.Count == 0)
            return;

        foreach (var session in ending)
        {
            _byId.TryRemove(session.Id, out _);
            if (_living.TryRemove(session.TokenHash, out _))
                await session.End();
        }

        var ids = ending.Select(s => s.Id).ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync(CancellationToken.None);
    }
}
