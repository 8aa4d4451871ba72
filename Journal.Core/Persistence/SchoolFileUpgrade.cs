using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Persistence;

/// <summary>Brings a school's file to this program's version before anybody uses it.</summary>
public static class SchoolFileUpgrade
{
    /// <summary>Creates the file or migrates it; an existing one is backed up and the backup verified first. Returns the backup's path.</summary>
    public static string? Prepare(this SchoolFile file, string backups)
    {
        if (!File.Exists(file.Path))
            PrivateFile.Make(file.Path);

        using var db = file.Context();
        var backup = Migrate(db, file, backups);
        // Always: a restored backup comes without it.
        db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL;");
        return backup;
    }

    /// <summary>Whether a later version of the program has changed the file's tables: this one would misunderstand them.</summary>
    public static bool IsOfALaterVersion(this SchoolFile file)
    {
        if (!HasTables(file))
            return false;

        using var db = file.Context();
        return db.Database.GetAppliedMigrations().Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any();
    }

    private static string? Migrate(JournalDb db, SchoolFile file, string backups)
    {
        if (!db.Database.GetPendingMigrations().Any())
            return null;

        var backup = HasTables(file) ? Backup.Make(file, backups) : null;
        ForgetInterruptedMigration(db);
        db.Database.Migrate();
        return backup;
    }

    public static JournalDb Context(this SchoolFile file)
    {
        var options = new DbContextOptionsBuilder<JournalDb>();
        file.Configure(options);
        return new JournalDb(options.Options);
    }

    private static bool HasTables(SchoolFile file) =>
        File.Exists(file.Path) && file.Scalar("SELECT count(*) FROM sqlite_master WHERE name = 'Changes'") > 0;

    // A killed migration leaves its lock behind, and every later one would wait for it for ever. We hold the folder, so nobody else migrates.
    private static void ForgetInterruptedMigration(JournalDb db)
    {
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
        command.ExecuteNonQuery();
    }

    internal static long Scalar(this SchoolFile file, string sql)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
