using Journal.Core.Persistence;
using Journal.Web.Texts;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Hosting;

/// <summary>The SQLite that this program really loaded.</summary>
public static class SqliteEngine
{
    public static string Version()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        return connection.ServerVersion is { Length: > 0 } version ? version : Opened(connection);
    }

    public static void Check(string version)
    {
        if (System.Version.TryParse(version, out var found) && found >= SchoolFile.OldestSqlite)
            return;

        throw CannotStart.Because(nameof(Words.StartSqliteTooOld), version, SchoolFile.OldestSqlite);
    }

    private static string Opened(SqliteConnection connection)
    {
        connection.Open();
        return connection.ServerVersion;
    }
}
