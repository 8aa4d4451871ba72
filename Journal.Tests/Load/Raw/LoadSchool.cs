using Journal.Core;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Demo;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Load.Raw;

/// <summary>The demo school of a Friday in November in a temporary folder, with its lane.</summary>
internal sealed class LoadSchool : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private LoadSchool(string folder)
    {
        Folder = folder;
        File = new SchoolFile(Path.Combine(folder, "journal.db"));
        File.Prepare(Path.Combine(folder, "backups"));
        var clock = new SchoolClock(new FixedClock(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var checkpoints = new Checkpoints(Path.Combine(folder, "checkpoints.log"), Path.Combine(folder, "keys", "checkpoints.pem"));
        _services = new ServiceCollection()
            .AddLogging()
            .AddJournal(File, checkpoints, clock)
            .AddSingleton<BatchCounter>()
            .AddSingleton<IFollower>(services => services.GetRequiredService<BatchCounter>())
            .BuildServiceProvider();
    }

    public string Folder { get; }

    public SchoolFile File { get; }

    public JournalWriter Writer => Get<JournalWriter>();

    public BatchCounter Batches => Get<BatchCounter>();

    public static async Task<LoadSchool> Make()
    {
        var school = new LoadSchool(Directory.CreateTempSubdirectory("journal-load-").FullName);
        await DemoSeed.Run(school.Writer, school.Get<SchoolClock>(), DemoVariant.Small);
        return school;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The fullest page of the running term, with its teacher.</summary>
    public (JournalPage Page, Actor Teacher) FullestPage()
    {
        var (roster, pages, today) = (Get<RosterSource>().Current, Get<JournalPages>(), Get<SchoolClock>().Today);
        var page = roster
            .Courses.Keys.Select(course => pages.Read(new PageId(course, roster.TermOf(course, today)!.Id))!)
            .MaxBy(page => page.Marks.Count)!;
        return (page, new Actor(roster.TeachersOfCourse[page.Id.Course].First(teacher => teacher.Days.Contains(today)).To));
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    }
}
