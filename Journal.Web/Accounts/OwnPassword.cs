using Journal.Web.Accounts.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Journal.Web.Accounts;

public abstract record PasswordChange
{
    /// <summary>The other sessions have ended, this one goes on.</summary>
    public sealed record Done : PasswordChange;

    public sealed record WrongCurrent : PasswordChange;

    public sealed record TooSoon(TimeSpan RetryAfter) : PasswordChange;

    /// <summary>Too many passwords are being checked just now.</summary>
    public sealed record Busy : PasswordChange;

    /// <summary>Something is the matter with the new one.</summary>
    public sealed record Troubled(AccountTrouble Trouble) : PasswordChange;

    /// <summary>An invented person's password is everybody's.</summary>
    public sealed record Shared : PasswordChange;
}

/// <summary>A person changes the own password. The current one is asked, and guessing it is slowed down as at sign-in: a session may be stolen.</summary>
public sealed class OwnPassword(
    IDbContextFactory<AccountsDb> databases,
    PasswordCheck passwords,
    SignInThrottle throttle,
    AccountBook accounts,
    ILogger<OwnPassword> log
)
{
    public async Task<PasswordChange> Change(Session session, string current, string next, CancellationToken ct)
    {
        if (session.Demo)
            return new PasswordChange.Shared();

        var account = await Get(session.AccountId, ct);
        if (AccountBook.Check(account.UserName!, next) is { } trouble)
            return new PasswordChange.Troubled(trouble);

        var key = ThrottleKey.Of(session);
        if (throttle.Enter(key) is { Ticks: > 0 } wait)
            return new PasswordChange.TooSoon(wait);

        var verdict = await passwords.Verify(account, current, key, ct);
        if (verdict is null)
            return new PasswordChange.Busy();
        if (verdict == PasswordVerificationResult.Failed)
            return new PasswordChange.WrongCurrent();

        throttle.Succeeded(key);
        return await accounts.ChangePassword(account.Id, next, session.Id, ct, from: account.PasswordHash) switch
        {
            null => Changed(account.Id),
            AccountTrouble.Busy => new PasswordChange.Busy(),
            AccountTrouble.Superseded => new PasswordChange.WrongCurrent(),
            { } late => new PasswordChange.Troubled(late),
        };
    }

    private PasswordChange.Done Changed(int accountId)
    {
        log.LogInformation("Account {Account} changed its password", accountId);
        return new();
    }

    private async Task<Account> Get(int accountId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId, ct);
    }
}
