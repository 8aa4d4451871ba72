using System.Diagnostics;
using Journal.Core;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Demo;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace Journal.Tests.Demo;

/// <summary>The demo school on a real file, on a Sunday of November.</summary>
public sealed class DemoFile : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal-demo-").FullName;
    private ServiceProvider _services = null!;

    public DateTimeOffset Now { get; init; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(3));

    public DemoVariant Variant { get; init; } = DemoVariant.Small;

    public DemoSchool School { get; private set; } = null!;

    public TimeSpan Took { get; private set; }

    public Roster Roster => Get<RosterSource>().Current;

    public JournalPages Pages => Get<JournalPages>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public JournalDb Db() => Get<IDbContextFactory<JournalDb>>().CreateDbContext();

    public async Task InitializeAsync()
    {
        var file = new SchoolFile(Path.Combine(_folder, "journal.db"));
        file.Prepare(Path.Combine(_folder, "backups"));
        var clock = new SchoolClock(new FakeTimeProvider(Now), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var checkpoints = new Checkpoints(Path.Combine(_folder, "checkpoints.log"), Path.Combine(_folder, "keys", "checkpoint.pem"));
        _services = new ServiceCollection().AddLogging().AddJournal(file, checkpoints, clock).BuildServiceProvider();
        var started = Stopwatch.StartNew();
        School = await DemoSeed.Run(Get<JournalWriter>(), clock, Variant);
        Took = started.Elapsed;
    }

    public async Task DisposeAsync()
    {
        await Get<JournalWriter>().DisposeAsync();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

public class DemoSeedTests(DemoFile demo, ITestOutputHelper output) : IClassFixture<DemoFile>
{
    [Fact]
    public async Task The_record_of_the_demo_is_whole()
    {
        var findings = demo.Get<Verification>().Run();

        output.WriteLine($"{findings.Changes} changes in {demo.Took}");
        Assert.Empty(findings.Faults);
        Assert.Equal(findings.Changes, await demo.Get<ChangeLog>().Head());
    }
}
