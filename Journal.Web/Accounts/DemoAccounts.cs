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

    /// <summary>Whom one may play, in the order in which they were made.</summary>
    public IReadOnlyList<Account> All { get; private set; } = [];

    /// <summary>After the demonstration's school was written: who signs in as whom. What is there already stays.</summary>
    public async Task Make(IReadOnlyList<(string Login, PersonId Person)> people, CancellationToken ct)
    {
        var missing = people.Where(p => All.All(account => account.UserName != p.Login)).ToList();
        if (missing.Count == 0)
            return;

        var hash = await hashing.Hash(Password, ct);
        foreach (var (login, person) in missing)
            await accounts.Open(
                new()
                {
                    UserName = login,
                    PersonId = person,
                    PasswordHash = hash,
                    Demo = true,
                }
            );

        await Load(ct);
    }

    public Account? Find(string login) => All.FirstOrDefault(a => a.UserName == login);

    internal async Task Load(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        All = await db.Users.AsNoTracking().Where(a => a.Demo && !a.Frozen).OrderBy(a => a.Id).ToListAsync(ct);
    }
}
