using System.Diagnostics;
using Journal.Core;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Demo;
using Journal.Core.Persistence;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Journal.Tests.Demo;

/// <summary>The demo school on a real file, on the Sunday of 22 November 2026.</summary>
public sealed class DemoFile : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal-demo-").FullName;
    private ServiceProvider _services = null!;

    public DateOnly Today { get; } = DemoSchools.Autumn;

    public DemoSchool School { get; private set; } = null!;

    public TimeSpan Took { get; private set; }

    public Roster Roster => Get<RosterSource>().Current;

    public JournalPages Pages => Get<JournalPages>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Every recorded fact of this kind, in order.</summary>
    public IReadOnlyList<(Committed Change, T Fact)> Facts<T>()
        where T : JournalEvent
    {
        using var db = Get<IDbContextFactory<JournalDb>>().CreateDbContext();
        var events = Get<EventBook>();
        var changes = db.Changes.AsNoTracking().OrderBy(change => change.Seq).AsEnumerable().Select(events.Read);

        return [.. changes.Where(change => change.Event is T).Select(change => (change, (T)change.Event))];
    }

    public async Task InitializeAsync()
    {
        var file = new SchoolFile(Path.Combine(_folder, "journal.db"));
        file.Prepare(Path.Combine(_folder, "backups"));
        var noon = new DateTimeOffset(Today, new TimeOnly(9, 0), TimeSpan.Zero);
        var clock = new SchoolClock(new FakeTimeProvider(noon), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var checkpoints = new Checkpoints(Path.Combine(_folder, "checkpoints.log"), Path.Combine(_folder, "keys", "checkpoint.pem"));
        _services = new ServiceCollection().AddLogging().AddJournal(file, checkpoints, clock).BuildServiceProvider();

        var started = Stopwatch.StartNew();
        School = await DemoSeed.Run(Get<JournalWriter>(), clock, DemoVariant.Small);
        Took = started.Elapsed;
        await Get<CheckpointKeeper>().Sign();
    }

    public async Task DisposeAsync()
    {
        await Get<JournalWriter>().DisposeAsync();
        await _services.DisposeAsync();
        using (var connection = new SqliteConnection(new SchoolFile(Path.Combine(_folder, "journal.db")).ConnectionString))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(_folder, recursive: true);
    }
}
