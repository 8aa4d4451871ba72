using System.Diagnostics;
using Journal.Core.Courses.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Load.Raw;

/// <summary>Reading the fullest page: from memory, from the file by the loader, and its rows by raw SQL.</summary>
internal static class PageMeasure
{
    private const int Times = 400;

    public static void Run(LoadSchool school)
    {
        var (page, _) = school.FullestPage();
        var (databases, rosters) = (school.Get<IDbContextFactory<JournalDb>>(), school.Get<RosterSource>());
        Console.WriteLine(
            $"page: {page.Students.Count} students × {page.Works.Count} works, {page.Marks.Count} marks, {page.Attendance.Count} absences; median of {Times}"
        );
        var warm = school.Get<JournalPages>();
        using var connection = school.File.Open();
        using var raw = RawPage.Of(connection, page.Id);
        var (cached, uncached, rows) = (
            Median(() => warm.Read(page.Id), together: 1000),
            Median(() => new JournalPages(databases, rosters).Read(page.Id)),
            Median(() => raw.Read())
        );
        Console.WriteLine(
            $"  from memory {cached * 1_000_000:0} ns   from the file {uncached:0.00} ms   raw rows {rows:0.00} ms   ratio {uncached / rows:0.00} (goal ≤ 2)"
        );
    }

    // A clock's tick is 100 ns: what is faster is measured many at a time.
    private static double Median(Func<object?> what, int together = 1)
    {
        var times = new List<double>(Times);
        for (var i = 0; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var one = 0; one < together; one++)
                what();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds / together);
        }

        times.Sort();
        return times[Times / 2];
    }
}
