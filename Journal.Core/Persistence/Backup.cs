using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Journal.Core.Persistence;

/// <summary>
/// A copy of the school's file made while it is in use, and looked at before it counts as one (R47). Files of tasks lie beside the copies, each once.
/// </summary>
public static class Backup
{
    /// <summary>Writes a verified copy into the folder, notes beside the school's file that it was made, and returns its path.</summary>
    public static string Make(SchoolFile file, string folder, TimeProvider? clock = null)
    {
        PrivateFile.MakeFolder(folder);
        // What is typed while it is copied need not be in it.
        var began = (clock ?? TimeProvider.System).GetUtcNow();
        var (seq, hash) = Head(file);
        var target = Free(folder, seq);
        // Only what was found whole gets the name of a backup.
        var unfinished = target + ".unfinished";
        try
        {
            PrivateFile.Make(unfinished);
            Copy(file, unfinished);
            var copy = new SchoolFile(unfinished);
            Check(copy);
            // The live file may have gone on meanwhile: the copy must hold at least what was there before, unchanged.
            if (HashAt(copy, seq) is not { } found || !found.AsSpan().SequenceEqual(hash))
                throw new InvalidDataException($"The backup does not hold change {seq} of the live file.");
            AttachedFiles.Fetch(copy, FileStore.In(folder), FileStore.Beside(file));
            File.Move(unfinished, target);
            new BackupNote(seq, began).WriteBeside(file);
            return target;
        }
        finally
        {
            File.Delete(unfinished);
            File.Delete(unfinished + "-journal");
        }
    }

    private static void Copy(SchoolFile file, string target)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $target";
        command.Parameters.AddWithValue("$target", target);
        command.ExecuteNonQuery();
    }

    /// <summary>Throws when SQLite finds the file damaged, or there is none of a school.</summary>
    public static void Check(SchoolFile file)
    {
        // Opening what is not there would make an empty file.
        if (!File.Exists(file.Path))
            throw new FileNotFoundException("There is no such file.", file.Path);

        try
        {
            if (Integrity(file) is var answer && answer != "ok")
                throw new InvalidDataException(answer);
            Head(file);
        }
        catch (SqliteException unreadable)
        {
            throw new InvalidDataException($"This is not the file of a school: {unreadable.Message}", unreadable);
        }
    }

    private static string Integrity(SchoolFile file)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>Seq and hash of the last change; zero and the chain's beginning in an empty file.</summary>
    public static (long Seq, byte[] Hash) Head(SchoolFile file)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Seq, Hash FROM Changes ORDER BY Seq DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, HashChain.Genesis);
    }

    /// <summary>The hash of this change; null when the file does not hold it.</summary>
    internal static byte[]? HashAt(SchoolFile file, long seq)
    {
        if (seq == 0)
            return HashChain.Genesis;

        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Hash FROM Changes WHERE Seq = $seq";
        command.Parameters.AddWithValue("$seq", seq);
        return (byte[]?)command.ExecuteScalar();
    }

    private static string Free(string folder, long seq)
    {
        for (var i = 0; ; i++)
        {
            var suffix = i == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{i}");
            var path = System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"journal-{seq:D9}{suffix}.db"));
            if (!File.Exists(path))
                return path;
        }
    }
}
