using Journal.Core.Basics;
using Journal.Core.Demo;
using Journal.Tests.Accounts;
using Journal.Web.Accounts;
using Journal.Web.Hosting;

namespace Journal.Tests.Web;

/// <summary>The demonstration makes its file anew every day, so it must never take a real school for its own.</summary>
public sealed class DemoSchoolFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal-demo-file-").FullName;

    private string Database => Path.Combine(_folder, "journal.db");

    private string Note => Path.Combine(_folder, "demo.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("demo.json")]
    [InlineData("demo.unfinished")]
    public async Task A_real_school_restored_into_a_former_demonstrations_folder_is_not_cleared_away(string left)
    {
        await using (var real = await AccountsHouse.Build(_folder))
            await real.Open("admin");
        await File.WriteAllTextAsync(Path.Combine(_folder, left), left == "demo.json" ? OfYesterday : "");
        using var folder = DataFolder.Open(_folder);
        var demo = new DemoSchoolFile(folder, Clock);

        Assert.Throws<CannotStart>(demo.ClearIfOld);
        Assert.Throws<CannotStart>(demo.Clear);

        Assert.True(File.Exists(Database));
        demo.RefuseToBeTakenForReal();
    }

    [Fact]
    public async Task A_demonstration_of_yesterday_is_cleared_away()
    {
        await using (var demo = await AccountsHouse.Build(_folder, demo: true))
            await demo.Get<DemoAccounts>().Make([("teacher", new PersonId(6))], default);
        await File.WriteAllTextAsync(Note, OfYesterday);
        using var folder = DataFolder.Open(_folder);

        new DemoSchoolFile(folder, Clock).ClearIfOld();

        Assert.False(File.Exists(Database));
        Assert.False(File.Exists(Note));
    }

    [Fact]
    public async Task A_demonstration_that_was_never_finished_is_not_taken_for_a_real_school()
    {
        await using (await AccountsHouse.Build(_folder, demo: true))
            await File.WriteAllTextAsync(Path.Combine(_folder, "demo.unfinished"), "");
        using var folder = DataFolder.Open(_folder);

        Assert.Throws<CannotStart>(new DemoSchoolFile(folder, Clock).RefuseToBeTakenForReal);
    }

    [Fact]
    public async Task A_note_cut_off_by_a_power_cut_is_a_demonstration_that_was_never_finished()
    {
        await using (await AccountsHouse.Build(_folder, demo: true))
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, "demo.unfinished"), "");
            await File.WriteAllTextAsync(Note, "");
        }

        using var folder = DataFolder.Open(_folder);

        new DemoSchoolFile(folder, Clock).ClearIfOld();

        Assert.False(File.Exists(Database));
    }

    private static string OfYesterday => $$"""{"Variant":"{{DemoVariant.Small.Name}}","Day":"2026-12-17"}""";

    private static SchoolClock Clock =>
        new(
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 12, 18, 7, 24, 0, TimeSpan.Zero)),
            TimeZoneInfo.Utc
        );
}
