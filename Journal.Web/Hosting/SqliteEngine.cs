using Journal.Web.Texts;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Hosting;

/// <summary>SQLite before 3.51.3 may lose a committed page when a write-ahead log is reset.</summary>
public static class SqliteEngine
{
    private static readonly Version Oldest = new(3, 51, 3);

    public static string Version()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        return connection.ServerVersion is { Length: > 0 } version ? version : Opened(connection);
    }

    public static void Check(string version)
    {
        if (System.Version.TryParse(version, out var found) && found >= Oldest)
            return;

        throw CannotStart.Because(nameof(Words.StartSqliteTooOld), version, Oldest);
    }

    private static string Opened(SqliteConnection connection)
    {
        connection.Open();
        return connection.ServerVersion;
    }
}
