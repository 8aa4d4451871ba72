using Journal.Core.Basics;
using Journal.Web.Accounts.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Journal.Web.Accounts;

/// <summary>Why an account was not made or changed; the sentence lives in Texts.</summary>
public enum AccountTrouble
{
    LoginTaken,
    LoginUnfit,
    PasswordTooShort,
    PasswordTooLong,
    PasswordIsLogin,

    /// <summary>While it was being changed the account was frozen, or its password became another one.</summary>
    Superseded,
    Busy,
}

/// <summary>Opens, freezes and changes accounts. Whatever takes trust away ends the sessions, and with them every open line.</summary>
public sealed class AccountBook(
    IDbContextFactory<AccountsDb> databases,
    IServiceScopeFactory scopes,
    PasswordHashing hashing,
    Sessions sessions
)
{
    public const int ShortestPassword = 10;

    /// <summary>What sign-in reads of a password: a longer one could be set but would never match.</summary>
    public const int LongestPassword = 256;

    public async Task<bool> IsEmpty(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return !await db.Users.AnyAsync(ct);
    }

    public async Task<string> LoginOf(int accountId, CancellationToken ct) => (await Get(accountId, ct)).UserName!;

    /// <summary>Null when all is well.</summary>
    public static AccountTrouble? Check(string login, string password) =>
        (login, password) switch
        {
            _ when !LoginRules.Fits(login) => AccountTrouble.LoginUnfit,
            { password.Length: < ShortestPassword } => AccountTrouble.PasswordTooShort,
            { password.Length: > LongestPassword } => AccountTrouble.PasswordTooLong,
            _ when password.Contains(login, StringComparison.OrdinalIgnoreCase) => AccountTrouble.PasswordIsLogin,
            _ => null,
        };

    public async Task<AccountTrouble?> Open(string login, PersonId person, string password, CancellationToken ct)
    {
        if (Check(login, password) is { } trouble)
            return trouble;
        if (await hashing.Hash(password, ct) is not { } hash)
            return AccountTrouble.Busy;

        return await Open(
            new()
            {
                UserName = login,
                PersonId = person,
                PasswordHash = hash,
            }
        )
            ? null
            : AccountTrouble.LoginTaken;
    }

    /// <param name="from">The hash of the password that was shown for it; none where a password is given by the office.</param>
    public async Task<AccountTrouble?> ChangePassword(
        int accountId,
        string password,
        int? exceptSession,
        CancellationToken ct,
        string? from = null
    )
    {
        var account = await Get(accountId, ct);
        if (Check(account.UserName!, password) is { } trouble)
            return trouble;
        if (await hashing.Hash(password, ct) is not { } hash)
            return AccountTrouble.Busy;

        // Not to be left half done: whoever goes away now has changed it, and the sessions end.
        if (!await Replace(accountId, from, hash))
            return AccountTrouble.Superseded;

        await sessions.EndAll(accountId, CancellationToken.None, exceptSession);
        return null;
    }

    /// <summary>What goes with the person to every computer; null leaves it as it was.</summary>
    public async Task Prefer(int accountId, string? language, bool? enterRight, CancellationToken ct)
    {
        if (language is not null)
            await Change(accountId, a => a.SetProperty(row => row.Language, language), ct);
        if (enterRight is { } right)
            await Change(accountId, a => a.SetProperty(row => row.EnterRight, right), ct);
    }

    /// <summary>S1 4.3: at the report of a compromised password nothing of this account goes on.</summary>
    public async Task Freeze(int accountId, CancellationToken ct)
    {
        await Change(accountId, a => a.SetProperty(row => row.Frozen, true), ct);
        await sessions.EndAll(accountId, ct);
    }

    public Task Unfreeze(int accountId, CancellationToken ct) => Change(accountId, a => a.SetProperty(row => row.Frozen, false), ct);

    internal async Task<bool> Open(Account account)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account);

        return result.Succeeded;
    }

    /// <summary>Many at once, with logins that nobody has: the invented people of a demonstration.</summary>
    internal async Task OpenAll(IReadOnlyList<Account> some, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var account in some)
        {
            account.NormalizedUserName = users.NormalizeName(account.UserName);
            account.SecurityStamp = Guid.NewGuid().ToString();
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Users.AddRange(some);
        await db.SaveChangesAsync(ct);
    }

    private async Task<Account> Get(int accountId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId, ct);
    }

    private async Task<bool> Replace(int accountId, string? from, string hash)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
                .Users.Where(a => a.Id == accountId && (from == null || (a.PasswordHash == from && !a.Frozen)))
                .ExecuteUpdateAsync(a => a.SetProperty(row => row.PasswordHash, hash)) == 1;
    }

    private async Task Change(
        int accountId,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Account>> setters,
        CancellationToken ct
    )
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Users.Where(a => a.Id == accountId).ExecuteUpdateAsync(setters, ct);
    }
}
