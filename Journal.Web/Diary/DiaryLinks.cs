using System.Globalization;
using Journal.Core.Basics;

namespace Journal.Web.Diary;

/// <summary>Where the family's pages are.</summary>
public static class DiaryLinks
{
    public static string Week(StudentId student) => string.Create(CultureInfo.InvariantCulture, $"/diary/{student.Value}");

    public static string Week(StudentId student, DateOnly monday) =>
        string.Create(CultureInfo.InvariantCulture, $"/diary/{student.Value}?week={monday:yyyy-MM-dd}");

    public static string Seen(StudentId student) => string.Create(CultureInfo.InvariantCulture, $"/diary/{student.Value}/seen");

    /// <summary>Where a guardian tells of an absence.</summary>
    public static string Absence(StudentId student) => Week(student) + "/absence";

    public static string Read(StudentId student) => Week(student) + "/read";

    public static string Subjects(StudentId student, int? term = null) => Week(student) + "/subjects" + Term(term);

    public static string Subject(StudentId student, CourseId course, int? term = null) =>
        string.Create(CultureInfo.InvariantCulture, $"/diary/{student.Value}/subjects/{course.Value}{Term(term)}");

    public static string Story(StudentId student, WorkId work) =>
        string.Create(CultureInfo.InvariantCulture, $"/diary/{student.Value}/marks/{work.Value}");

    /// <summary>The day in the address; anything else means the running week.</summary>
    public static DateOnly? ParseWeek(string? week) =>
        DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The term's number in the address; one that is none leads to no page.</summary>
    public static int? ParseTerm(string? term) =>
        term is null ? null
        : int.TryParse(term, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : -1;

    private static string Term(int? term) => term is { } number ? string.Create(CultureInfo.InvariantCulture, $"?term={number}") : "";
}
