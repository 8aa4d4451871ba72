using Journal.Core.Basics;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>Who of a family has read which remark: the last time that was told of a page with it in front of somebody.</summary>
public sealed class ReadBook(IDbContextFactory<SeenDb> databases, SchoolClock clock)
{
    /// <summary>Somebody has read something: for pages that show who has. Handlers must only set a signal.</summary>
    public event EventHandler? Changed;

    /// <summary>In the order in which they were read.</summary>
    public async Task<IReadOnlyList<RemarkRead>> Of(IReadOnlyCollection<RemarkId> remarks, CancellationToken ct = default)
    {
        if (remarks.Count == 0)
            return [];

        var asked = remarks.Select(remark => remark.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Read.AsNoTracking().Where(row => asked.Contains(row.Remark)).OrderBy(row => row.At).ToListAsync(ct);
        return [.. rows.Select(row => new RemarkRead(new(row.Remark), new(row.Person), new DateTimeOffset(row.At, TimeSpan.Zero)))];
    }

    /// <summary>Several at once, in one transaction; the newest time stays.</summary>
    public async Task Put(PersonId reader, IEnumerable<RemarkId> remarks, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var remark in remarks)
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "RemarkRead" ("Remark", "Person", "At") VALUES ({remark.Value}, {reader.Value}, {clock.Now.UtcTicks})
                ON CONFLICT ("Remark", "Person") DO UPDATE SET "At" = max("At", excluded."At")
                """,
                ct
            );
        await transaction.CommitAsync(ct);
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
