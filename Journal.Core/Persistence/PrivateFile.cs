namespace Journal.Core.Persistence;

/// <summary>Marks and password hashes are for the account that runs the program, and for nobody else on the computer.</summary>
public static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>An empty file that only its owner reads; SQLite takes it as it is.</summary>
    public static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        new FileStream(path, options).Dispose();
    }

    /// <summary>A folder that is there already keeps its rights: somebody chose them.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else if (!Directory.Exists(path))
            Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);
    }
}
