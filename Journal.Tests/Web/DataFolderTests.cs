using Journal.Web.Hosting;

namespace Journal.Tests.Web;

public sealed class DataFolderTests : IDisposable
{
    private static readonly Func<string, Drive> Local = _ => new Drive("ext4", long.MaxValue);

    private readonly string _root = Directory.CreateTempSubdirectory("journal-folder-").FullName;

    private string Data => Path.Combine(_root, "data");

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public void The_program_makes_its_folder_and_closes_it_to_other_users()
    {
        using var folder = DataFolder.Open(Data, Local);

        Assert.True(Directory.Exists(folder.Keys));
        Assert.True(Directory.Exists(folder.Logs));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Data));
    }

    [Fact]
    public void A_relative_folder_lies_beside_the_program_wherever_it_was_started()
    {
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "data"), DataFolder.Resolve("data"));
        Assert.Equal(Data, DataFolder.Resolve(Data));
    }

    [Fact]
    public void A_second_program_on_the_same_folder_is_refused_until_the_first_has_ended()
    {
        var first = DataFolder.Open(Data, Local);

        Refused("занял", () => DataFolder.Open(Data, Local));

        first.Dispose();
        DataFolder.Open(Data, Local).Dispose();
    }

    [Theory]
    [InlineData("nfs4")]
    [InlineData("cifs")]
    [InlineData("smb2")]
    [InlineData("9p")]
    [InlineData("fuse.sshfs")]
    [InlineData("network NTFS")]
    public void A_network_drive_is_refused(string format) =>
        Refused("сетевом", () => DataFolder.Open(Data, _ => new Drive(format, long.MaxValue)));

    [Theory]
    [InlineData("ext4")]
    [InlineData("btrfs")]
    [InlineData("overlay")]
    [InlineData("fuseblk")]
    [InlineData("NTFS")]
    [InlineData("apfs")]
    public void A_disk_of_this_computer_is_taken(string format) => DataFolder.Open(Data, _ => new Drive(format, long.MaxValue)).Dispose();

    [Fact]
    public void An_almost_full_disk_is_refused() =>
        Refused("почти нет места", () => DataFolder.Open(Data, _ => new Drive("ext4", 1_000_000)));

    [Theory]
    [InlineData("3.51.2")]
    [InlineData("3.46.1")]
    [InlineData("unknown")]
    public void An_old_sqlite_is_refused(string version) => Refused(version, () => DataFolder.Open(Data, Local, version));

    [Fact]
    public void The_sqlite_we_ship_is_young_enough() => SqliteEngine.Check(SqliteEngine.Version());

    [Fact]
    public void A_file_where_the_folder_should_be_is_refused()
    {
        File.WriteAllText(Data, "");

        Refused("нельзя создать", () => DataFolder.Open(Data, Local));
    }

    [Fact]
    public void A_read_only_database_is_refused_and_the_folder_is_free_again()
    {
        Directory.CreateDirectory(Data);
        var file = Path.Combine(Data, "journal.db");
        File.WriteAllText(file, "");
        File.SetAttributes(file, FileAttributes.ReadOnly);

        Refused("только для чтения", () => DataFolder.Open(Data, Local));

        File.SetAttributes(file, FileAttributes.Normal);
        DataFolder.Open(Data, Local).Dispose();
    }

    [Fact]
    public void A_read_only_folder_is_refused()
    {
        Directory.CreateDirectory(Data);
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(Data, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Refused("нельзя писать", () => DataFolder.Open(Data, Local));

        File.SetUnixFileMode(Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_log_that_has_gone_while_its_signatures_are_there_is_not_taken_for_an_empty_school()
    {
        using var folder = DataFolder.Open(Data, Local);
        folder.CheckJournalIsNotMissing();
        File.WriteAllText(folder.CheckpointFile, "1 AB 1 c2lnbmVk\n");

        Refused("подписи", folder.CheckJournalIsNotMissing);

        File.WriteAllText(folder.Database, "");
        Refused("подписи", folder.CheckJournalIsNotMissing);
        File.WriteAllText(folder.Database, "something");
        folder.CheckJournalIsNotMissing();
    }

    [Fact]
    public void Whether_the_folder_can_be_written_is_tried_and_leaves_nothing_behind()
    {
        using var folder = DataFolder.Open(Data, Local);

        Assert.Equal([".lock"], Directory.GetFiles(Data).Select(Path.GetFileName));
    }

    [Fact]
    public void The_mount_table_tells_sshfs_from_a_local_disk()
    {
        string[] mounts = ["/dev/sda1 / ext4 rw 0 0", "me@far:/ /mnt/far fuse.sshfs rw 0 0", "/dev/sdb1 /mnt/far/near fuseblk rw 0 0"];

        Assert.Equal("fuse.sshfs", Drive.MountedFormat(mounts, "/mnt/far/school"));
        Assert.Equal("fuseblk", Drive.MountedFormat(mounts, "/mnt/far/near"));
        Assert.Equal("ext4", Drive.MountedFormat(mounts, "/mnt/farther"));
    }

    private static void Refused(string because, Action open)
    {
        var reason = Assert.Throws<CannotStart>(open);

        Assert.Contains(because, reason.Russian);
        Assert.DoesNotMatch("[А-Яа-я]", reason.English);
        Assert.DoesNotContain("\n", reason.Russian + reason.English);
    }
}
