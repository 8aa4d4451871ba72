using Journal.Core;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Live;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Journal.Tests.Support;

/// <summary>A school of one class on a real SQLite file, in the middle of the second quarter. Who is who: see <see cref="SmallSchoolFacts"/>.</summary>
public sealed class SmallSchool : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public SmallSchool(Action<IServiceCollection>? with = null, string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("journal-").FullName;
        File = new SchoolFile(Path.Combine(Folder, "journal.db"));
        if (!System.IO.File.Exists(File.Path))
            SmallSchoolTemplate.CopyTo(File.Path);
        File.Prepare(Path.Combine(Folder, "backups"));
        Clock = new FakeTimeProvider(new DateTimeOffset(SmallSchoolFacts.Today, new TimeOnly(7, 0), TimeSpan.Zero));
        var checkpoints = new Checkpoints(Path.Combine(Folder, "checkpoints.log"), Key);
        if (!System.IO.File.Exists(Path.Combine(Folder, "checkpoints.log")))
            Vouch(checkpoints, File);
        var services = new ServiceCollection().AddLogging();
        services.AddJournal(File, checkpoints, new SchoolClock(Clock, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));
        with?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public string Folder { get; }

    public SchoolFile File { get; }

    public FakeTimeProvider Clock { get; }

    public JournalWriter Writer => Get<JournalWriter>();

    public JournalPages Pages => Get<JournalPages>();

    public JournalFeed Feed => Get<JournalFeed>();

    public Roster Roster => Get<RosterSource>().Current;

    public JournalPage Algebra => Pages.Read(SmallSchoolFacts.AlgebraPage)!;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>As the school's own teacher of algebra.</summary>
    public Task<Answer> Submit(Command command) => Writer.Submit(command, SmallSchoolFacts.Teacher);

    public Findings Verify() => Get<Verification>().Run();

    /// <summary>Another file, a backup of this one, with a checkpoint of its own.</summary>
    public Findings Verify(SchoolFile file)
    {
        var checkpoints = new Checkpoints(Path.Combine(Folder, $"{Guid.NewGuid():N}.log"), Key);
        Vouch(checkpoints, file);
        return new Verification(file, JournalCore.Events(), checkpoints).Run();
    }

    private string Key => Path.Combine(Folder, "keys", "checkpoint.pem");

    // As every school does when it is opened.
    private void Vouch(Checkpoints checkpoints, SchoolFile file)
    {
        var (seq, hash) = Backup.Head(file);
        checkpoints.Append(seq, hash, Clock.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        SqliteConnection.ClearPool(new SqliteConnection(File.ConnectionString));
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Ends the lane; the files stay.</summary>
    public async Task Stop()
    {
        await Writer.DisposeAsync();
        await _services.DisposeAsync();
    }
}
