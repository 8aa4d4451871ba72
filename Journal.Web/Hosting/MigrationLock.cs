using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Journal.Web.Hosting;

public static class MigrationLock
{
    /// <summary>The folder's lock says we are alone: a row left by a migration that was killed would make every later one wait for ever.</summary>
    public static Task ClearMigrationLock(this DatabaseFacade database, CancellationToken ct) =>
        database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
}
