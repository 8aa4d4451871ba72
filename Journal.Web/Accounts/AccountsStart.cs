using Journal.Core.Persistence;
using Journal.Web.Accounts.Storage;
using Journal.Web.Hosting;
using Journal.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Journal.Web.Accounts;

/// <summary>What happens to accounts before the first request: tables, sessions, the demonstration's people or the set-up code.</summary>
public sealed class AccountsStart(
    IDbContextFactory<AccountsDb> databases,
    JournalOptions options,
    DataFolder folder,
    SchoolFile file,
    Sessions sessions,
    DemoAccounts demo,
    AccountBook accounts,
    SetUpCode code
)
{
    private string? _setUpCode;

    public async Task Run(CancellationToken ct)
    {
        await Migrate(ct);
        await RefuseToMixSchools(ct);
        await sessions.Load(ct);
        await demo.Load(ct);
        if (!options.Demo && await accounts.IsEmpty(ct))
            _setUpCode = code.Issue();
    }

    /// <summary>To the console only: a log file is read by more people than a console. After listening has begun.</summary>
    public void Announce(string address, TextWriter console)
    {
        StartTexts.Say(console, nameof(Words.StartListening), address);
        foreach (var account in demo.Cast)
            console.WriteLine($"  {account.UserName, -14} {DemoAccounts.Password}");

        if (_setUpCode is not null)
            StartTexts.Say(console, nameof(Words.StartSetUpCode), $"{address}/setup", _setUpCode);
    }

    private async Task Migrate(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            return;

        if ((await db.Database.GetAppliedMigrationsAsync(ct)).Any())
            Backup.Make(file, folder.Backups);
        // The folder's lock says we are alone: a row left by a migration that was killed would make every later one wait for ever.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await db.Database.MigrateAsync(ct);
    }

    // Everybody knows the password of an invented teacher, and a real one does not belong into a school that is made anew.
    private async Task RefuseToMixSchools(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!options.Demo && await db.Users.AnyAsync(a => a.Demo, ct))
            throw CannotStart.Because(nameof(Words.StartDemoFolder), folder.Path);
        if (options.Demo && await db.Users.AnyAsync(a => !a.Demo, ct))
            throw CannotStart.Because(nameof(Words.StartRealFolder), folder.Path);
    }
}
