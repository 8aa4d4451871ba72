using System.Diagnostics;
using Journal.Load.Figures;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Journal.Load.Raw;

/// <summary>The limit: the log row and the mark row of each edit by two prepared statements of SQLite's own interface: same file, settings and commit sizes.</summary>
internal static class RawCommits
{
    public static double Measure(LoadSchool school, IReadOnlyList<int> sizes)
    {
        var copy = Path.Combine(school.Folder, "raw.db");
        using (var live = school.File.Open())
            Run(live, $"VACUUM INTO '{copy}'");
        try
        {
            return Measure(copy, sizes).PerSecond;
        }
        finally
        {
            foreach (var suffix in new[] { "", "-wal", "-shm" })
                File.Delete(copy + suffix);
        }
    }

    /// <summary>On a file that nobody needs any more: so many edits a second, and how long each commit took.</summary>
    public static (double PerSecond, Latencies Commits) Measure(string path, IReadOnlyList<int> sizes)
    {
        var commits = new Latencies();
        using var connection = new Core.Persistence.SchoolFile(path).Open();
        Run(connection, "PRAGMA journal_mode=WAL");
        var edits = LastEdits(connection);
        using var change = new RawInsert(connection, "Changes", Columns(connection, "Changes"), update: false);
        using var mark = new RawInsert(connection, "Marks", Columns(connection, "Marks"), update: true);
        var (seqAt, idAt, versionAt) = (change.At("Seq"), change.At("CommandId"), mark.At("Version"));
        var (seq, next) = (Scalar(connection, "SELECT max(Seq) FROM Changes"), 0);
        var start = Stopwatch.GetTimestamp();
        foreach (var size in sizes)
        {
            var begun = Stopwatch.GetTimestamp();
            using var transaction = connection.BeginTransaction(deferred: false);
            for (var i = 0; i < size; i++)
            {
                var (changeRow, markRow) = edits[next++ % edits.Count];
                changeRow[seqAt] = markRow[versionAt] = ++seq;
                changeRow[idAt] = Guid.CreateVersion7().ToByteArray(bigEndian: true);
                change.Run(changeRow);
                mark.Run(markRow);
            }

            transaction.Commit();
            commits.Add(begun, Stopwatch.GetTimestamp());
        }

        return (sizes.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds, commits);
    }

    // The very rows the lane has just written.
    private static List<(object[] Change, object[] Mark)> LastEdits(SqliteConnection connection) =>
        [
            .. Rows(connection, "SELECT c.* FROM Marks m JOIN Changes c ON c.Seq = m.Version ORDER BY m.Version DESC LIMIT 200")
                .Zip(Rows(connection, "SELECT m.* FROM Marks m JOIN Changes c ON c.Seq = m.Version ORDER BY m.Version DESC LIMIT 200")),
        ];

    private static string[] Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" LIMIT 0";
        using var reader = command.ExecuteReader();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private static List<object[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>One prepared statement, bound and stepped by SQLite's own interface.</summary>
internal sealed class RawInsert : IDisposable
{
    private readonly string[] _columns;
    private readonly sqlite3_stmt _statement;

    public RawInsert(SqliteConnection connection, string table, string[] columns, bool update)
    {
        var set = string.Join(", ", columns.Select(name => $"\"{name}\" = excluded.\"{name}\""));
        var sql =
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})"
            + (update ? $" ON CONFLICT (\"Work\", \"Student\") DO UPDATE SET {set}" : "");
        _columns = columns;
        if (raw.sqlite3_prepare_v2(connection.Handle, sql, out _statement) != raw.SQLITE_OK)
            throw new InvalidOperationException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string());
    }

    public int At(string column) => Array.IndexOf(_columns, column);

    public void Run(object[] row)
    {
        for (var i = 0; i < row.Length; i++)
            Bind(i + 1, row[i]);
        if (raw.sqlite3_step(_statement) != raw.SQLITE_DONE)
            throw new InvalidOperationException("A raw row was not written.");
        raw.sqlite3_reset(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(int index, object value)
    {
        switch (value)
        {
            case long number:
                raw.sqlite3_bind_int64(_statement, index, number);
                break;
            case string text:
                raw.sqlite3_bind_text(_statement, index, text);
                break;
            case byte[] bytes:
                raw.sqlite3_bind_blob(_statement, index, bytes);
                break;
            default:
                raw.sqlite3_bind_null(_statement, index);
                break;
        }
    }
}
