using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Persistence;

/// <summary>The one SQLite file of a school and how connections to it are made.</summary>
public sealed class SchoolFile(string path)
{
    /// <summary>Older ones can corrupt the file when the write-ahead log is reset.</summary>
    public static readonly Version OldestSqlite = new(3, 51, 3);

    // Settings of a connection, not of the file: every one must say them anew. WAL is the file's own and set once.
    // Without a time to wait SQLite gives up at once, and the library asks again only after 150 ms. The write-ahead log is copied into the file by
    // the lane's keeper, and when the last connection is closed.
    private const string Pragmas =
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA mmap_size=0; PRAGMA busy_timeout=10000; "
        + "PRAGMA wal_autocheckpoint=0;";

    public string Path { get; } = path;

    public string ConnectionString { get; } =
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = true,
            ForeignKeys = true,
            DefaultTimeout = 10,
        }.ConnectionString;

    public SqliteConnection Open(bool pooling = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = pooling }.ConnectionString);
        connection.Open();
        Set(connection);
        return connection;
    }

    /// <summary>The one connection that writes the record: a whole term's pages stay in its memory.</summary>
    public SqliteConnection OpenForLane()
    {
        var connection = Open();
        Execute(connection, "PRAGMA cache_size=-32768;");
        return connection;
    }

    /// <summary>How EF opens this file, here and in the accounts' own context.</summary>
    public void Configure(DbContextOptionsBuilder options) => options.UseSqlite(ConnectionString).AddInterceptors(new ConnectionSettings());

    internal static void Set(SqliteConnection connection) => Execute(connection, Pragmas);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
