using System.Runtime.InteropServices;
using Journal.Core.Basics;
using Journal.Core.Timetable;

namespace Journal.Core.Demo;

/// <summary>A dated lesson. Its default work has the same number; place is the lesson's own among those of its course, from 0.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DemoLesson(LessonId Id, CourseId Course, TermId Term, DateOnly Date, int Number, int Place)
{
    public WorkId DefaultWork => new(Id.Value);
}

internal static class DemoLessons
{
    /// <summary>The whole year by date, number and course, numbered in that order.</summary>
    public static IReadOnlyList<DemoLesson> Of(DemoSchool school)
    {
        var cards = school.Timetable.ToLookup(c => c.Course, c => new CardSlot(c.Weekday, c.Number, c.Week, c.From, c.To));
        var days = new List<(CourseId Course, LessonDay Day, int Place)>();
        foreach (var course in school.Courses)
            days.AddRange(LessonDays.Of([.. cards[course.Id]], school.Year.Calendar(course.Grade)).Select((d, i) => (course.Id, d, i)));

        var ordered = days.OrderBy(d => d.Day.Date).ThenBy(d => d.Day.Number).ThenBy(d => d.Course.Value);

        return [.. ordered.Select((d, i) => new DemoLesson(new(i + 1), d.Course, d.Day.Term, d.Day.Date, d.Day.Number, d.Place))];
    }
}
