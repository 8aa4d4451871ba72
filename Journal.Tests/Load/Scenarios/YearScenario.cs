using System.Diagnostics;
using Journal.Core;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Diary.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Load.Figures;
using Journal.Load.People;
using Journal.Load.Server;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Load.Scenarios;

/// <summary>A full year must not make slow what is read of one page and one diary.</summary>
internal static class YearScenario
{
    public const string Arrives =
        "in this process: the fullest page and a student's week from the file of a whole year, and from one that holds nothing but that student's journals";

    private const int Times = 300;

    public static async Task<int> Run(LoadOptions options)
    {
        using var folder = await LoadFolder.Prepare(options.Kept, !options.IsSmall, options.Program);
        var school = new School(!options.IsSmall);
        var lesson = school.Lessons[0];
        var student = lesson.Students[0];
        var little = folder.Database + ".little";
        File.Copy(folder.Database, little);
        KeepOnly(little, lesson.Students);
        var report = new Report("year", Arrives);
        report.Add("whole year's file", new FileInfo(folder.Database).Length / (double)(1 << 20), "MiB");
        report.Add("the other one", new FileInfo(little).Length / (double)(1 << 20), "MiB");
        await using (
            ServiceProvider full = Open(folder.Database, folder.Path),
                small = Open(little, folder.Path)
        )
        {
            var (page, pageOfLittle) = await Medians(full, small, services => Task.FromResult<object?>(Page(services, lesson.Page)));
            report.Add("the page from the file, whole year", page, "ms", pageOfLittle, pageOfLittle * 1.2);
            var (week, weekOfLittle) = await Medians(full, small, async services => await Week(services, student, school.Today));
            report.Add("a student's week, whole year", week, "ms", weekOfLittle, weekOfLittle * 1.2);
        }

        SqliteConnection.ClearAllPools();
        report.Print(Console.Out);
        if (options.Json is { } path)
            report.Write(path);
        return 0;
    }

    // In turn, so that a busy moment of the machine befalls both.
    private static async Task<(double Full, double Small)> Medians(
        IServiceProvider full,
        IServiceProvider small,
        Func<IServiceProvider, Task<object?>> read
    )
    {
        var (ofFull, ofSmall) = (new Latencies(), new Latencies());
        for (var i = 0; i < Times; i++)
        {
            await Once(full, read, ofFull);
            await Once(small, read, ofSmall);
        }

        return (ofFull.At(0.5), ofSmall.At(0.5));
    }

    private static async Task Once(IServiceProvider services, Func<IServiceProvider, Task<object?>> read, Latencies into)
    {
        var begun = Stopwatch.GetTimestamp();
        if (await read(services) is null)
            throw new InvalidOperationException("There is nothing to read.");
        into.Add(begun, Stopwatch.GetTimestamp());
    }

    // A cache of its own each time: from the file.
    private static JournalPage? Page(IServiceProvider services, PageId page) =>
        new JournalPages(services.GetRequiredService<IDbContextFactory<JournalDb>>(), services.GetRequiredService<RosterSource>()).Read(
            page
        );

    private static Task<Core.Diary.DiaryWeek> Week(IServiceProvider services, StudentId student, DateOnly today) =>
        services.GetRequiredService<Diaries>().Read(student, today, today, asStaff: false, seen: long.MaxValue);

    private static ServiceProvider Open(string database, string folder) =>
        new ServiceCollection()
            .AddLogging()
            .AddJournal(
                new SchoolFile(database),
                new Checkpoints(Path.Combine(folder, "checkpoints.log"), Path.Combine(folder, "keys", "checkpoints.pem")),
                new SchoolClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"))
            )
            .BuildServiceProvider();

    // The log may not be shortened, not even here: in the copy the guard goes first.
    private static void KeepOnly(string database, IReadOnlyList<StudentId> students)
    {
        using var connection = new SchoolFile(database).Open();
        foreach (var trigger in Names(connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
            Execute(connection, $"DROP TRIGGER \"{trigger}\"");
        Execute(
            connection,
            $"""
            CREATE TEMP TABLE Kept AS SELECT DISTINCT c.Id FROM Courses c JOIN GroupMembers m ON m."Group" = c."Group"
            WHERE m.Student IN ({string.Join(',', students.Select(one => one.Value))});
            DELETE FROM Marks WHERE Work NOT IN (SELECT Id FROM Works WHERE Course IN (SELECT Id FROM Kept));
            DELETE FROM Works WHERE Course NOT IN (SELECT Id FROM Kept);
            DELETE FROM Attendance WHERE Lesson NOT IN (SELECT Id FROM Lessons WHERE Course IN (SELECT Id FROM Kept));
            DELETE FROM AbsenceReasons WHERE Lesson NOT IN (SELECT Id FROM Lessons WHERE Course IN (SELECT Id FROM Kept));
            DELETE FROM Rolls WHERE Lesson NOT IN (SELECT Id FROM Lessons WHERE Course IN (SELECT Id FROM Kept));
            DELETE FROM LessonTeachers WHERE Lesson NOT IN (SELECT Id FROM Lessons WHERE Course IN (SELECT Id FROM Kept));
            DELETE FROM Lessons WHERE Course NOT IN (SELECT Id FROM Kept);
            DELETE FROM Changes WHERE Seq < (SELECT max(Seq) FROM Changes) - 1000;
            """
        );
        Execute(connection, "VACUUM");
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static List<string> Names(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 300;
        command.ExecuteNonQuery();
    }
}
