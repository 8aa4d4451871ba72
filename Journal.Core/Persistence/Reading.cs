using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Journal.Core.Persistence;

public static class Reading
{
    /// <summary>One snapshot for several queries. EF's own BeginTransaction would be BEGIN IMMEDIATE and take SQLite's only write lock.</summary>
    public static async Task<IDbContextTransaction> BeginReading(this JournalDb db, CancellationToken ct = default)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return (await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), ct))!;
    }

    /// <summary>The last Seq of this snapshot; 0 in an empty file.</summary>
    public static async Task<long> Head(this JournalDb db, CancellationToken ct = default) =>
        await db.Changes.MaxAsync(change => (long?)change.Seq, ct) ?? 0;
}
