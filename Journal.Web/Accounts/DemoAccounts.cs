using System.Collections.Frozen;
using Journal.Core.Basics;
using Journal.Web.Accounts.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Web.Accounts;

/// <summary>
/// The accounts of the invented people; there are none in a real school. Their common password is hashed once and shared; a real
/// person's never is.
/// </summary>
public sealed class DemoAccounts(IDbContextFactory<AccountsDb> databases, AccountBook accounts, PasswordHashing hashing)
{
    public const string Password = "demo";

    private FrozenDictionary<string, Account> _byLogin = FrozenDictionary<string, Account>.Empty;

    /// <summary>Those of the cast, in its order; everybody else of the school can be found by their login.</summary>
    public IReadOnlyList<Account> Cast { get; private set; } = [];

    /// <summary>After the demonstration's school was written: who signs in as whom. What is there already stays.</summary>
    public async Task Make(IReadOnlyList<(string Login, PersonId Person)> people, CancellationToken ct)
    {
        var missing = people.Where(p => !_byLogin.ContainsKey(p.Login)).ToList();
        if (missing.Count == 0)
            return;

        var hash = await hashing.Hash(Password, ct);
        await accounts.OpenAll(
            [
                .. missing.Select(one => new Account
                {
                    UserName = one.Login,
                    PersonId = one.Person,
                    PasswordHash = hash,
                    Demo = true,
                }),
            ],
            ct
        );
        await Load(ct);
    }

    public Account? Find(string login) => _byLogin.GetValueOrDefault(login);

    internal async Task Load(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = await db.Users.AsNoTracking().Where(a => a.Demo && !a.Frozen).ToListAsync(ct);
        _byLogin = all.ToFrozenDictionary(a => a.UserName!, StringComparer.Ordinal);
        Cast = [.. DemoCast.Order.Select(Find).OfType<Account>()];
    }
}
