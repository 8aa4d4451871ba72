using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Journal.Load;

/// <summary>The limit: the log row and the mark row of each edit by two prepared statements, same file, same settings, same commit sizes.</summary>
internal static class RawCommits
{
    public static double Measure(LoadSchool school, IReadOnlyList<int> sizes)
    {
        var copy = Path.Combine(school.Folder, "raw.db");
        using (var live = school.File.Open())
            Run(live, $"VACUUM INTO '{copy}'");
        try
        {
            return Measure(copy, sizes);
        }
        finally
        {
            foreach (var suffix in new[] { "", "-wal", "-shm" })
                File.Delete(copy + suffix);
        }
    }

    private static double Measure(string path, IReadOnlyList<int> sizes)
    {
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
            using var transaction = connection.BeginTransaction(deferred: false);
            for (var i = 0; i < size; i++)
            {
                var (changeRow, markRow) = edits[next++ % edits.Count];
                changeRow[seqAt] = markRow[versionAt] = ++seq;
                changeRow[idAt] = Guid.CreateVersion7().ToByteArray(bigEndian: true);
                change.Run(changeRow, transaction);
                mark.Run(markRow, transaction);
            }

            transaction.Commit();
        }

        return sizes.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
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

/// <summary>One prepared statement and its parameters in the order of the columns.</summary>
internal sealed class RawInsert : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly string[] _columns;
    private readonly SqliteParameter[] _parameters;

    public RawInsert(SqliteConnection connection, string table, string[] columns, bool update)
    {
        var set = string.Join(", ", columns.Select(name => $"\"{name}\" = excluded.\"{name}\""));
        _columns = columns;
        _command = connection.CreateCommand();
        _command.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", columns.Select(name => $"${name}"))})"
            + (update ? $" ON CONFLICT (\"Work\", \"Student\") DO UPDATE SET {set}" : "");
        _parameters = [.. columns.Select(name => _command.Parameters.AddWithValue($"${name}", DBNull.Value))];
    }

    public int At(string column) => Array.IndexOf(_columns, column);

    public void Run(object[] row, SqliteTransaction transaction)
    {
        for (var i = 0; i < row.Length; i++)
            _parameters[i].Value = row[i];
        _command.Transaction = transaction;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
