using System.Security.Cryptography;
using Journal.Core.Persistence;
using Journal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Journal.Tests.Persistence;

/// <summary>Somebody with the file in hand: takes the triggers away and writes what they like.</summary>
internal static class Forger
{
    public static void Forge(this SmallSchool school, string sql)
    {
        using var connection = school.File.Open();
        Run(connection, "PRAGMA foreign_keys = OFF");
        Run(connection, "DROP TRIGGER Changes_are_never_changed; DROP TRIGGER Changes_are_never_removed");
        Run(connection, sql);
    }

    /// <summary>Makes the chain fit again from this change on.</summary>
    public static void Rehash(this SmallSchool school, long from)
    {
        using var db = school.File.Context();
        var rows = db.Changes.AsNoTracking().Where(change => change.Seq >= from - 1).OrderBy(change => change.Seq).ToList();
        using var connection = school.File.Open();
        var previous = rows[0].Hash;
        foreach (var row in rows.Skip(1))
        {
            previous = HashChain.Next(previous, row);
            Run(connection, $"UPDATE Changes SET Hash = x'{Convert.ToHexString(previous)}' WHERE Seq = {row.Seq}");
        }
    }

    public static string Checkpoints(this SmallSchool school) => Path.Combine(school.Folder, "checkpoints.log");

    /// <summary>Somebody's own key, with which the checkpoints' file is written anew.</summary>
    public static void SignWithAnotherKey(this SmallSchool school, long seq)
    {
        var keys = Path.Combine(school.Folder, $"forged-{Convert.ToHexString(RandomNumberGenerator.GetBytes(4))}");
        var hash = Backup.Head(school.File).Hash;
        new Checkpoints(school.Checkpoints(), Path.Combine(keys, "key.pem")).Append(seq, hash, school.Clock.GetUtcNow());
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
