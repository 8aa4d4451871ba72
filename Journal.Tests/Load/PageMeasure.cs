using System.Diagnostics;
using Journal.Core.Courses.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Journal.Load;

/// <summary>Reading the fullest page: from memory, from the file by the loader, and its rows by raw SQL.</summary>
internal static class PageMeasure
{
    private const int Times = 400;

    private static readonly string[] Rows =
    [
        "SELECT Id, Date, Number, Status, Topic, Homework FROM Lessons WHERE Course = $course AND Term = $term",
        "SELECT t.Lesson, t.Teacher FROM Lessons l JOIN LessonTeachers t ON t.Lesson = l.Id WHERE l.Course = $course AND l.Term = $term",
        "SELECT Id, Lesson, Type, Weight, Title, Ordinal, IsDefault, DueBy, Shown, Version FROM Works WHERE Course = $course AND Term = $term AND NOT Removed",
        "SELECT m.Work, m.Student, m.First, m.Second, m.Due, m.DueBy, m.Comment, m.CommentForFamily, m.Version, m.\"By\", m.At FROM Works w JOIN Marks m ON m.Work = w.Id WHERE w.Course = $course AND w.Term = $term AND NOT w.Removed",
        "SELECT a.Lesson, a.Student, a.Code, a.Minutes, a.Version, a.\"By\", a.At FROM Lessons l JOIN Attendance a ON a.Lesson = l.Id WHERE l.Course = $course AND l.Term = $term",
        "SELECT r.Lesson, r.Student, r.Code, r.Document, r.Version, r.\"By\", r.At FROM Lessons l JOIN AbsenceReasons r ON r.Lesson = l.Id WHERE l.Course = $course AND l.Term = $term",
        "SELECT r.Lesson, r.Version FROM Lessons l JOIN Rolls r ON r.Lesson = l.Id WHERE l.Course = $course AND l.Term = $term",
    ];

    public static void Run(LoadSchool school)
    {
        var (page, _) = school.FullestPage();
        var (databases, rosters) = (school.Get<IDbContextFactory<JournalDb>>(), school.Get<RosterSource>());
        Console.WriteLine(
            $"page: {page.Students.Count} students × {page.Works.Count} works, {page.Marks.Count} marks, {page.Attendance.Count} absences; median of {Times}"
        );
        var warm = school.Get<JournalPages>();
        using var connection = school.File.Open();
        using var raw = Commands(connection, page.Id);
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

    private static RawReading Commands(SqliteConnection connection, PageId id) =>
        new([
            .. Rows.Select(sql =>
            {
                var command = connection.CreateCommand();
                command.CommandText = sql;
                command.Parameters.AddWithValue("$course", id.Course.Value);
                command.Parameters.AddWithValue("$term", id.Term.Value);
                return command;
            }),
        ]);

    private sealed class RawReading(SqliteCommand[] commands) : IDisposable
    {
        public object Read()
        {
            var all = new List<object?[]>();
            foreach (var command in commands)
            {
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    var row = new object?[reader.FieldCount];
                    reader.GetValues(row!);
                    all.Add(row);
                }
            }

            return all;
        }

        public void Dispose()
        {
            foreach (var command in commands)
                command.Dispose();
        }
    }
}
