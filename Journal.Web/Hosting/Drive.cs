namespace Journal.Web.Hosting;

/// <summary>What the data folder lies on.</summary>
public sealed record Drive(string Format, long FreeBytes)
{
    private const long Enough = 64L << 20;

    private static readonly string[] NetworkFormats =
    [
        "nfs",
        "cifs",
        "smb",
        "9p",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.s3fs",
        "afs",
        "ceph",
        "gluster",
        "davfs",
        "network",
    ];

    // SQLite's locks and its shared memory are not to be trusted over a network: the journal would be damaged in silence.
    public bool IsNetwork => NetworkFormats.Any(format => Format.StartsWith(format, StringComparison.OrdinalIgnoreCase));

    public bool IsFull => FreeBytes < Enough;

    public static Drive Of(string folder)
    {
        var drive = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder);

        return new(
            drive.DriveType == DriveType.Network ? $"network {FormatOf(drive, folder)}" : FormatOf(drive, folder),
            drive.AvailableFreeSpace
        );
    }

    // DriveInfo calls every FUSE mount "fuse"; the mount table knows whether it is sshfs or a local disk.
    private static string FormatOf(DriveInfo drive, string folder) =>
        OperatingSystem.IsLinux() && drive.DriveFormat.StartsWith("fuse", StringComparison.Ordinal)
            ? MountedFormat(File.ReadLines("/proc/self/mounts"), folder) ?? drive.DriveFormat
            : drive.DriveFormat;

    internal static string? MountedFormat(IEnumerable<string> mounts, string folder) =>
        mounts
            .Select(line => line.Split(' '))
            .Where(mount => mount.Length > 2 && Holds(mount[1], folder))
            .MaxBy(mount => mount[1].Length)
            ?[2];

    private static bool Holds(string mount, string folder) =>
        mount == "/" || folder == mount || folder.StartsWith(mount + "/", StringComparison.Ordinal);
}
