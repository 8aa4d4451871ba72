using Journal.Core;
using Journal.Core.Basics;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Journal.Tests.Support;

/// <summary>The small school's file, migrated and filled once per test run: a copy costs a tenth of making it.</summary>
internal static class SmallSchoolTemplate
{
    private static readonly Lazy<byte[]> Bytes = new(Make);

    public static void CopyTo(string path) => File.WriteAllBytes(path, Bytes.Value);

    private static byte[] Make()
    {
        var folder = Directory.CreateTempSubdirectory("journal-template-").FullName;
        var file = new SchoolFile(Path.Combine(folder, "journal.db"));
        file.Prepare(Path.Combine(folder, "backups"));
        Fill(file, folder);
        SqliteConnection.ClearPool(new SqliteConnection(file.ConnectionString));
        var bytes = File.ReadAllBytes(file.Path);
        Directory.Delete(folder, recursive: true);
        return bytes;
    }

    private static void Fill(SchoolFile file, string folder)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddJournal(
                file,
                new Checkpoints(Path.Combine(folder, "checkpoints.log"), Path.Combine(folder, "keys", "checkpoint.pem")),
                new SchoolClock(new FakeTimeProvider(), TimeZoneInfo.Utc)
            )
            .BuildServiceProvider();
        var writer = services.GetRequiredService<JournalWriter>();
        writer.Bulk(Guid.CreateVersion7(), SmallSchoolFacts.All()).GetAwaiter().GetResult();
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        services.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
