using Journal.Core.Register;
using Microsoft.Data.Sqlite;

namespace Journal.Load.Raw;

/// <summary>The rows of one journal page by seven prepared statements, and nothing made of them.</summary>
internal sealed class RawPage : IDisposable
{
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

    private readonly SqliteCommand[] _commands;

    private RawPage(SqliteCommand[] commands) => _commands = commands;

    public static RawPage Of(SqliteConnection connection, PageId id) =>
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

    public object Read()
    {
        var all = new List<object?[]>();
        foreach (var command in _commands)
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
        foreach (var command in _commands)
            command.Dispose();
    }
}
