using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Persistence;

/// <summary>What a check of the record found: nothing, or each place that is not as it was written.</summary>
public sealed record Findings(long Changes, IReadOnlyList<string> Faults)
{
    public bool AreNone => Faults.Count == 0;
}

/// <summary>Proves that the record is whole: chain, checkpoints, foreign keys, files, and every state table as the log says it must be (R45).</summary>
public sealed class Verification(SchoolFile file, EventBook events, Checkpoints checkpoints)
{
    private const int MostFaultsOfAKind = 100;

    private readonly List<string> _faults = [];
    private int _vouchedFor;

    /// <summary>Reads one snapshot from beginning to end: the school may go on writing meanwhile.</summary>
    public Findings Run()
    {
        _faults.Clear();
        // A folder of its own is closed to other users of the computer: the tables made anew are the whole school's marks.
        var folder = Directory.CreateTempSubdirectory("journal-rebuilt-").FullName;
        try
        {
            return Run(new SchoolFile(Path.Combine(folder, "rebuilt.db")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Findings Run(SchoolFile rebuilt)
    {
        using var into = rebuilt.Open();
        Execute(into, "PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-65536;");
        using var empty = On(into);
        empty.Database.Migrate();

        using var connection = file.Open();
        Execute(connection, $"ATTACH DATABASE '{rebuilt.Path.Replace("'", "''", StringComparison.Ordinal)}' AS rebuilt");
        using var snapshot = connection.BeginTransaction(deferred: true);
        using var db = On(connection);
        db.Database.UseTransaction(snapshot);
        var count = Replay(db, into, empty);
        CheckSchema(connection);
        CheckForeignKeys(connection);
        CompareTables(db, connection);
        CheckFiles();
        return new Findings(count, [.. _faults]);
    }

    private long Replay(JournalDb db, SqliteConnection into, JournalDb empty)
    {
        using var rows = new RowStore(into, empty.Model);
        using var transaction = into.BeginTransaction();
        rows.Transaction = transaction;
        var count = Walk(db, rows);
        transaction.Commit();
        return count;
    }

    private long Walk(JournalDb db, RowStore rows)
    {
        var claims = Claims();
        var (previous, expected) = (HashChain.Genesis, 1L);
        foreach (var change in db.Changes.AsNoTracking().OrderBy(change => change.Seq).AsEnumerable())
        {
            if (change.Seq != expected)
                Fault($"changes {expected}–{change.Seq - 1} are missing");
            if (!HashChain.Next(previous, change).AsSpan().SequenceEqual(change.Hash))
                Fault($"change {change.Seq} is not what was recorded: its hash does not follow from the one before");
            if (claims.Remove(change.Seq, out var claim) && claim != Convert.ToHexString(change.Hash))
                Fault($"change {change.Seq} is not the one a signed checkpoint names: the chain was rewritten");
            (previous, expected) = (change.Hash, change.Seq + 1);
            Rebuild(change, rows);
        }

        if (_vouchedFor == 0 && expected > 1)
            Fault($"no signed checkpoint vouches for the log: the end of the chain may have been cut off or rewritten");
        foreach (var lost in claims.Keys.Order())
            Fault($"change {lost}, named by a signed checkpoint, is gone: the end of the log was cut off");
        return expected - 1;
    }

    private void Rebuild(Change change, RowStore rows)
    {
        try
        {
            var fact = events.Read(change);
            events.Write(fact.Event, new Recording(fact.Seq, fact.At, fact.Actor, rows));
        }
        catch (Exception)
        {
            // Whatever a forged row may lead to: a check that can be made to fail finds nothing.
            Fault($"change {change.Seq} ({change.Kind}) cannot be read");
        }
    }

    private Dictionary<long, string> Claims()
    {
        var claims = new Dictionary<long, string>();
        var line = 0;
        var lines = checkpoints.Read();
        _vouchedFor = lines.Count(one => one is not null);
        if (lines.Count > 0 && !checkpoints.HasKey)
            Fault($"the key of the checkpoints is missing: bring it back from a copy of the data folder");
        foreach (var checkpoint in lines)
        {
            line++;
            if (checkpoint is null)
                Fault($"line {line} of the checkpoints is not signed by this school's key");
            else if (checkpoint.Seq > 0 && !claims.TryAdd(checkpoint.Seq, checkpoint.Hash) && claims[checkpoint.Seq] != checkpoint.Hash)
                Fault($"two checkpoints disagree about change {checkpoint.Seq}");
        }

        return claims;
    }

    private void CheckFiles()
    {
        var store = FileStore.Beside(file);
        foreach (var (id, hash) in AttachedFiles.Of(file))
        {
            if (store.HashOf(id) is not { } found)
                Fault($"the attached file {id:N} is missing");
            else if (!string.Equals(found, hash, StringComparison.Ordinal))
                Fault($"the attached file {id:N} is not what was attached");
        }
    }

    private void CheckForeignKeys(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA main.foreign_key_check";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            Fault($"{reader.GetString(0)} row {reader.GetValue(1)} points to a row of {reader.GetString(2)} that is not there");
    }

    // What guards the log and finds a resent command is part of the record; accounts have tables of their own, which are not looked at.
    private void CheckSchema(SqliteConnection connection)
    {
        const string Named = "SELECT type, name, sql FROM {0}.sqlite_schema WHERE name NOT GLOB 'sqlite_*' AND name NOT GLOB '__*'";
        var (now, meant) = (
            Named.Replace("{0}", "main", StringComparison.Ordinal),
            Named.Replace("{0}", "rebuilt", StringComparison.Ordinal)
        );
        Each(connection, $"{meant} EXCEPT {now}", row => Fault($"the {row.GetString(0)} {row.GetString(1)} is missing or changed"));
        Each(
            connection,
            $"SELECT type, name FROM main.sqlite_schema WHERE type IN ('trigger', 'view') EXCEPT SELECT type, name FROM rebuilt.sqlite_schema",
            row => Fault($"the {row.GetString(0)} {row.GetString(1)} is not the journal's")
        );
    }

    private static void Each(SqliteConnection connection, string sql, Action<SqliteDataReader> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            row(reader);
    }

    private void CompareTables(JournalDb db, SqliteConnection connection)
    {
        foreach (var type in db.Model.GetEntityTypes().OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
        {
            if (type.ClrType == typeof(Change) || typeof(IOutsideTheLog).IsAssignableFrom(type.ClrType))
                continue;

            var columns = string.Join(", ", type.GetProperties().Select(property => $"\"{property.GetColumnName()}\""));
            Compare(connection, type.GetTableName()!, columns, "main", "rebuilt", "is not what the log says");
            Compare(connection, type.GetTableName()!, columns, "rebuilt", "main", "is in the log but not in the table");
        }
    }

    private void Compare(SqliteConnection connection, string table, string columns, string left, string right, string fault)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT {columns} FROM {left}.\"{table}\" EXCEPT SELECT {columns} FROM {right}.\"{table}\" LIMIT {MostFaultsOfAKind}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={Shown(reader.GetValue(i))}");
            Fault($"{table}: row {string.Join(' ', values)} {fault}");
        }
    }

    // Free texts may name people: their length tells enough to find the row.
    private static string Shown(object value) =>
        value switch
        {
            DBNull => "null",
            string { Length: > 12 } text => $"({text.Length} characters)",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private void Fault(FormattableString text)
    {
        if (_faults.Count < 10 * MostFaultsOfAKind)
            _faults.Add(text.ToString(CultureInfo.InvariantCulture));
    }

    private static JournalDb On(SqliteConnection connection) => new(new DbContextOptionsBuilder<JournalDb>().UseSqlite(connection).Options);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
