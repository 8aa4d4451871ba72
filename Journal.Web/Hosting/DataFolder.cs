using Journal.Core.Persistence;
using Journal.Web.Texts;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Hosting;

/// <summary>Everything the school must keep lies here. One program at a time: the lock is held for life and dies with the process.</summary>
public sealed class DataFolder : IDisposable
{
    private const string CheckpointName = "checkpoints.log";

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
        Directory.CreateDirectory(Keys);
        Directory.CreateDirectory(Logs);
    }

    public string Path { get; }

    public string Database => DatabaseIn(Path);

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Logs => System.IO.Path.Combine(Path, "logs");

    public string Backups => System.IO.Path.Combine(Path, "backups");

    public string CheckpointFile => System.IO.Path.Combine(Path, CheckpointName);

    public static string DatabaseIn(string folder) => System.IO.Path.Combine(folder, "journal.db");

    public static Checkpoints CheckpointsIn(string folder) =>
        new(System.IO.Path.Combine(folder, CheckpointName), System.IO.Path.Combine(folder, "keys", "checkpoints.pem"));

    public static string Resolve(string configured) => System.IO.Path.GetFullPath(configured, AppContext.BaseDirectory);

    public static DataFolder Open(string configured, Func<string, Drive>? drives = null, string? sqlite = null)
    {
        SqliteEngine.Check(sqlite ?? SqliteEngine.Version());
        var path = Resolve(configured);
        Make(path);
        Check((drives ?? Drive.Of)(path), path);
        TryToWrite(path);
        var held = Lock(path);

        try
        {
            var folder = new DataFolder(path, held);
            folder.CheckDatabaseIsWritable();
            return folder;
        }
        catch (Exception e)
        {
            held.Dispose();
            throw e is UnauthorizedAccessException or IOException ? CannotStart.Because(nameof(Words.StartFolderReadOnly), path) : e;
        }
    }

    /// <summary>The signed ends of the chain, beside the database, with a key that is not in it.</summary>
    public Checkpoints Checkpoints() => CheckpointsIn(Path);

    public void Dispose()
    {
        using (var connection = new SqliteConnection(new SchoolFile(Database).ConnectionString))
            SqliteConnection.ClearPool(connection);

        _lock.Dispose();
    }

    private static void Make(string path)
    {
        try
        {
            // Marks and password hashes: for the account that runs the program, nobody else on the machine.
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else if (!Directory.Exists(path))
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw CannotStart.Because(nameof(Words.StartFolderImpossible), path);
        }
    }

    /// <summary>The signed ends of a log are here and the log itself is not: to begin an empty school would bury what happened.</summary>
    public void CheckJournalIsNotMissing()
    {
        if (IsMissing(Database) && !IsMissing(CheckpointFile))
            throw CannotStart.Because(nameof(Words.StartJournalMissing), Database);
    }

    private static bool IsMissing(string file) => new FileInfo(file) is not { Exists: true, Length: > 0 };

    private static void Check(Drive drive, string path)
    {
        if (drive.IsNetwork)
            throw CannotStart.Because(nameof(Words.StartNetworkDrive), path, drive.Format);
        if (drive.IsFull)
            throw CannotStart.Because(nameof(Words.StartDiskFull), path);
        if (new DirectoryInfo(path).Attributes.HasFlag(FileAttributes.ReadOnly) && !OperatingSystem.IsWindows())
            throw CannotStart.Because(nameof(Words.StartFolderReadOnly), path);
    }

    // Asking for rights tells little: a drive may be mounted for reading, a folder frozen. The lock could not tell that from a taken folder.
    private static void TryToWrite(string path)
    {
        try
        {
            var probe = System.IO.Path.Combine(path, $".probe-{Guid.NewGuid():N}");
            new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw CannotStart.Because(nameof(Words.StartFolderReadOnly), path);
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw CannotStart.Because(nameof(Words.StartFolderReadOnly), path);
        }
        catch (IOException)
        {
            throw CannotStart.Because(nameof(Words.StartFolderTaken), path);
        }
    }

    // Before SQLite has it open: closing a file of its own would drop SQLite's locks on it.
    private static bool CanBeWritten(string file)
    {
        try
        {
            new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    private void CheckDatabaseIsWritable()
    {
        foreach (var file in new[] { Database, Database + "-wal", Database + "-shm" }.Where(File.Exists))
        {
            if (File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly) || !CanBeWritten(file))
                throw CannotStart.Because(nameof(Words.StartFileReadOnly), file);
        }
    }
}
