using Journal.Core.Basics;
using Journal.Web.Accounts.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Web.Accounts;

/// <summary>An invented person to sign in as: what they are, who they are and what they have to do, in the school's words.</summary>
public sealed record DemoSignIn(string Login, PersonId Person, string Role, string Name, string Detail);

/// <summary>Whom one may be in the demonstration. Empty in a real school.</summary>
public interface IDemoPeople
{
    IReadOnlyList<DemoSignIn> SignIns { get; }
}

public sealed class NoDemoPeople : IDemoPeople
{
    public IReadOnlyList<DemoSignIn> SignIns => [];
}

/// <summary>The accounts of the invented people. Their common password is hashed once and shared; a real person's never is.</summary>
public sealed class DemoAccounts(IDbContextFactory<AccountsDb> databases, AccountBook accounts, PasswordHashing hashing, IDemoPeople people)
{
    public const string Password = "demo";

    public async Task Make(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = await db.Users.Select(a => a.UserName!).ToHashSetAsync(StringComparer.OrdinalIgnoreCase, ct);
        var missing = people.SignIns.Where(p => !known.Contains(p.Login)).ToList();
        if (missing.Count == 0)
            return;

        var hash = await hashing.Hash(Password, ct);
        foreach (var person in missing)
            await accounts.Open(
                new()
                {
                    UserName = person.Login,
                    PersonId = person.Person,
                    PasswordHash = hash,
                    Demo = true,
                }
            );
    }

    public async Task<Account?> Find(string login, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Demo && !a.Frozen && a.UserName == login, ct);
    }
}
