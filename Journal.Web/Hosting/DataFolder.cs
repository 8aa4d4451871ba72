using Journal.Core.Persistence;
using Journal.Web.Texts;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Hosting;

/// <summary>Everything the school must keep lies here. One program at a time: the lock is held for life and dies with the process.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(DataPaths paths, FileStream held)
    {
        Paths = paths;
        _lock = held;
    }

    public DataPaths Paths { get; }

    public static DataFolder Open(string configured, Func<string, Drive>? drives = null, string? sqlite = null)
    {
        SqliteEngine.Check(sqlite ?? SqliteEngine.Version());
        var paths = DataPaths.Of(configured);
        Make(paths.Root);
        Check((drives ?? Drive.Of)(paths.Root), paths.Root);
        var folder = new DataFolder(paths, Lock(paths));

        try
        {
            folder.Prepare();
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(new SchoolFile(Paths.Database).ConnectionString))
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

    private static void Check(Drive drive, string path)
    {
        if (drive.IsNetwork)
            throw CannotStart.Because(nameof(Words.StartNetworkDrive), path, drive.Format);
        if (drive.IsFull)
            throw CannotStart.Because(nameof(Words.StartDiskFull), path);
        if (new DirectoryInfo(path).Attributes.HasFlag(FileAttributes.ReadOnly) && !OperatingSystem.IsWindows())
            throw CannotStart.Because(nameof(Words.StartFolderReadOnly), path);
    }

    private static FileStream Lock(DataPaths paths)
    {
        try
        {
            return new FileStream(paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw CannotStart.Because(nameof(Words.StartFolderReadOnly), paths.Root);
        }
        catch (IOException)
        {
            throw CannotStart.Because(nameof(Words.StartFolderTaken), paths.Root);
        }
    }

    private void Prepare()
    {
        try
        {
            Directory.CreateDirectory(Paths.Keys);
            Directory.CreateDirectory(Paths.Logs);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw CannotStart.Because(nameof(Words.StartFolderReadOnly), Paths.Root);
        }

        string[] files = [Paths.Database, $"{Paths.Database}-wal", $"{Paths.Database}-shm", Paths.Checkpoints];
        if (files.FirstOrDefault(file => File.Exists(file) && File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly)) is { } file)
            throw CannotStart.Because(nameof(Words.StartFileReadOnly), file);
    }
}
