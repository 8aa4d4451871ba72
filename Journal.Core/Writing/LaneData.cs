using Journal.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Writing;

/// <summary>The lane's connection seen by EF: what this batch has already written is visible, and nobody else writes.</summary>
public sealed class LaneData(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<Type, int> _lastIds = [];
    private JournalDb? _db;

    public SqliteTransaction? Transaction { get; private set; }

    /// <summary>For reading, without tracking.</summary>
    public JournalDb Db
    {
        get
        {
            if (_db is null)
            {
                _db = new JournalDb(new DbContextOptionsBuilder<JournalDb>().UseSqlite(connection).Options);
                _db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
                _db.Database.UseTransaction(Transaction);
            }

            return _db;
        }
    }

    /// <summary>A number no row of this table has had; rows are never deleted, so the highest one tells.</summary>
    public int NewId<TRow>()
        where TRow : class
    {
        if (!_lastIds.TryGetValue(typeof(TRow), out var last))
            last = Db.Set<TRow>().Max(row => (int?)EF.Property<int>(row, "Id")) ?? 0;
        _lastIds[typeof(TRow)] = last + 1;
        return last + 1;
    }

    /// <summary>A new transaction: the context of the former one is gone.</summary>
    internal void Enter(SqliteTransaction? transaction)
    {
        _db?.Dispose();
        _db = null;
        Transaction = transaction;
        if (transaction is null)
            _lastIds.Clear();
    }

    public void Dispose() => _db?.Dispose();
}
