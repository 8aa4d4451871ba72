using System.Security.Cryptography;
using Journal.Core.Persistence;
using Journal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Journal.Tests.Persistence;

/// <summary>Somebody with the file in hand: takes the triggers away, writes what they like and puts the triggers back.</summary>
internal static class Forger
{
    public static void Forge(this SmallSchool school, string sql) => Forge(school.File, sql);

    public static void Forge(SchoolFile file, string sql)
    {
        using var connection = file.Open();
        Run(connection, "PRAGMA foreign_keys = OFF");
        Unguarded(connection, () => Run(connection, sql));
    }

    /// <summary>Makes the chain fit again from this change on.</summary>
    public static void Rehash(this SmallSchool school, long from) => Rehash(school.File, from);

    public static void Rehash(SchoolFile file, long from)
    {
        using var db = file.Context();
        var rows = db.Changes.AsNoTracking().Where(change => change.Seq >= from - 1).OrderBy(change => change.Seq).ToList();
        using var connection = file.Open();
        Unguarded(
            connection,
            () =>
            {
                var previous = from == 1 ? HashChain.Genesis : rows[0].Hash;
                foreach (var row in rows.Where(row => row.Seq >= from))
                {
                    previous = HashChain.Next(previous, row);
                    Run(connection, $"UPDATE Changes SET Hash = x'{Convert.ToHexString(previous)}' WHERE Seq = {row.Seq}");
                }
            }
        );
    }

    public static string Checkpoints(this SmallSchool school) => Path.Combine(school.Folder, "checkpoints.log");

    /// <summary>Somebody's own key, with which the checkpoints' file is written anew.</summary>
    public static void SignWithAnotherKey(this SmallSchool school, long seq)
    {
        var keys = Path.Combine(school.Folder, $"forged-{Convert.ToHexString(RandomNumberGenerator.GetBytes(4))}");
        var hash = Backup.Head(school.File).Hash;
        new Checkpoints(school.Checkpoints(), Path.Combine(keys, "key.pem")).Append(seq, hash, school.Clock.GetUtcNow());
    }

    private static void Unguarded(SqliteConnection connection, Action forge)
    {
        var guards = new List<(string Name, string Sql)>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'Changes'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                guards.Add((reader.GetString(0), reader.GetString(1)));
        }

        foreach (var (name, _) in guards)
            Run(connection, $"DROP TRIGGER {name}");
        forge();
        foreach (var (_, sql) in guards)
            Run(connection, sql);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
