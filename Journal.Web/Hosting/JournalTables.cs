using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Journal.Web.Hosting;

public static class JournalTables
{
    /// <summary>The journal's own tables, as this version needs them.</summary>
    public static async Task Prepare(this IDbContextFactory<JournalDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ClearMigrationLock(ct);
        await db.Database.MigrateAsync(ct);
    }
}
