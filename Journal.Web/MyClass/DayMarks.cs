using System.Collections.Immutable;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Web.MyClass;

/// <summary>The marks put today on the pages of the day's lessons, the latest first.</summary>
internal static class DayMarks
{
    private const int Most = 20;

    public static ImmutableArray<DayMark> Of(ClassDay day, Roster roster, SchoolClock clock)
    {
        var students = day.Class.Students.ToHashSet();
        return
        [
            .. from page in day.Lessons.Select(one => one.Page).DistinctBy(page => page.Id)
            from cell in page.Marks
            where students.Contains(cell.Key.Student) && !cell.Value.Value.IsEmpty && clock.DayOf(cell.Value.At) == day.Date
            orderby cell.Value.Version descending
            select Mark(page, cell.Key.Student, cell.Value, roster),
        ];
    }

    public static IEnumerable<DayMark> Latest(this ImmutableArray<DayMark> marks) => marks.OrderByDescending(mark => mark.At).Take(Most);

    private static DayMark Mark(JournalPage page, StudentId student, MarkCell cell, Roster roster)
    {
        var scale = page.Rules.Scale;
        var isLow = cell.Value.First is { } code && scale.WithCode(code)?.Level is MarkLevel.Unsatisfactory;
        var subject = roster.Subjects[roster.Courses[page.Id.Course].Subject].Name;
        return new(cell.At, roster.NameOf(student.Person), subject, TypedMark.Text(cell.Value, scale), isLow);
    }
}
