using System.Net;
using Journal.Web.Accounts.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Journal.Web.Accounts;

/// <summary>Where an attempt comes from.</summary>
public sealed record SignInOrigin(
    IPAddress? Address,
    string? DeviceCookie,
    SessionKind Kind,
    bool SharedComputer = false,
    string? Agent = null
)
{
    public static SignInOrigin Of(HttpContext http, SessionKind kind, bool sharedComputer = false) =>
        new(
            http.Connection.RemoteIpAddress,
            SessionCookie.ReadDevice(http.Request),
            kind,
            sharedComputer,
            http.Request.Headers.UserAgent.ToString()
        );
}

public abstract record SignInResult
{
    /// <summary>Device: the value of the new device cookie, for browsers that are not shared.</summary>
    public sealed record SignedIn(NewSession Created, Account Account, string? Device) : SignInResult;

    /// <summary>Wrong login, wrong password or frozen: one answer, so that nobody learns which.</summary>
    public sealed record Wrong : SignInResult;

    public sealed record TooSoon(TimeSpan RetryAfter) : SignInResult;

    /// <summary>The password was right, but this browser is for families only.</summary>
    public sealed record NotHere : SignInResult;

    /// <summary>Too many are being checked just now.</summary>
    public sealed record Busy : SignInResult;

    /// <summary>The password was right, but the session could not be written: the disk is full or read-only.</summary>
    public sealed record CannotWrite : SignInResult;
}

/// <summary>The one sign-in, behind the page and the API alike. Unknown logins take the same road and cost the same hash.</summary>
public sealed class SignIn(
    IDbContextFactory<AccountsDb> databases,
    PasswordCheck passwords,
    SignInThrottle throttle,
    Sessions sessions,
    DeviceCookie devices,
    Kiosks kiosks,
    ILookupNormalizer normalizer,
    ILogger<SignIn> log
)
{
    public async Task<SignInResult> Try(string login, string password, SignInOrigin origin, CancellationToken ct)
    {
        var name = NameOf(login.Trim());
        var account = await Find(name, ct);
        var key = ThrottleKey.Of(name, origin.Address, account is null ? null : devices.Known(origin.DeviceCookie, account.Id));
        if (throttle.Enter(key) is { Ticks: > 0 } wait)
            return new SignInResult.TooSoon(wait);

        var verdict = await passwords.Verify(account, password, key, ct);
        if (verdict is null)
            return new SignInResult.Busy();
        if (verdict == PasswordVerificationResult.Failed || account is null || account.Frozen)
            return new SignInResult.Wrong();

        throttle.Succeeded(key);
        return await Open(account, origin, ct);
    }

    /// <summary>Also the end of the demonstration's one-click sign-in, where no password is asked.</summary>
    internal async Task<SignInResult> Open(Account account, SignInOrigin origin, CancellationToken ct)
    {
        if (origin.Kind == SessionKind.Kiosk && !kiosks.Admits(account.PersonId))
            return new SignInResult.NotHere();
        if (await Create(account, origin, ct) is not { } created)
            return new SignInResult.CannotWrite();
        // Hashing takes its time and its turn. Whatever took trust away meanwhile ended the sessions that were there then, not this one.
        if (!await IsStillTrusted(account, ct))
        {
            await sessions.End(created.Session.Id, CancellationToken.None);
            return new SignInResult.Wrong();
        }

        log.LogInformation("Account {Account} signed in ({Kind})", account.Id, origin.Kind);
        var remembers = origin is { Kind: SessionKind.Cookie, SharedComputer: false };

        return new SignInResult.SignedIn(created, account, remembers ? devices.Remember(origin.DeviceCookie, account.Id) : null);
    }

    private async Task<NewSession?> Create(Account account, SignInOrigin origin, CancellationToken ct)
    {
        try
        {
            return await sessions.Create(account, origin.Kind, origin.SharedComputer, origin.Agent, ct);
        }
        catch (DbUpdateException failure) when (failure.InnerException is SqliteException storage)
        {
            log.LogError("A session could not be written: SQLite error {Code}", storage.SqliteExtendedErrorCode);
            return null;
        }
    }

    private async Task<bool> IsStillTrusted(Account account, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.AnyAsync(a => a.Id == account.Id && !a.Frozen && a.PasswordHash == account.PasswordHash, ct);
    }

    // No account has a login that does not fit, and some such texts cannot even be normalized (half a character, U+FFFE).
    private string NameOf(string login) =>
        LoginRules.Fits(login) ? normalizer.NormalizeName(login) : $" {login[..Math.Min(login.Length, LoginRules.Longest)]}";

    private async Task<Account?> Find(string normalizedLogin, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == normalizedLogin, ct);
    }
}
