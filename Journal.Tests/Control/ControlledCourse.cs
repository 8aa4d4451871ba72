using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Control;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Tests.Register;

namespace Journal.Tests.Control;

/// <summary>
/// A course of 7Б in the second quarter, 2 November to 27 December 2026, five days a week; 4 November is a holiday. Lessons are on Mondays
/// and Fridays at 10:15, the group's last lesson of a day ends at 13:35. The test of Monday, 16 November, is written by everybody.
/// </summary>
internal static class ControlledCourse
{
    public static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    public static readonly ClassId Class7B = new(1);
    public static readonly ClassId Class11A = new(2);
    public static readonly PersonId Teacher = new(60);
    public static readonly PersonId Colleague = new(61);
    public static readonly WorkTypeId Answer = new(1);
    public static readonly WorkTypeId Test = new(2);
    public static readonly WorkTypeId Essay = new(3);

    public static readonly ImmutableArray<StudentId> Students = [.. Enumerable.Range(1, 28).Select(id => new StudentId(id))];

    public static readonly TermSpan Quarter = new(new(2), 2, "2 четверть", new(2026, 11, 2), new(2026, 12, 27));

    public static readonly TermSpan NextQuarter = new(new(3), 3, "3 четверть", new(2027, 1, 11), new(2027, 3, 26));

    public static readonly SchoolCalendar Calendar = OfDays(5);

    /// <summary>Fridays and Mondays; the last one is still ahead on the 27th.</summary>
    public static readonly Lesson Friday13 = Lesson(1, new(2026, 11, 13));
    public static readonly Lesson Monday16 = Lesson(2, new(2026, 11, 16));
    public static readonly Lesson Friday20 = Lesson(3, new(2026, 11, 20));
    public static readonly Lesson Monday23 = Lesson(4, new(2026, 11, 23));
    public static readonly Lesson Friday27 = Lesson(5, new(2026, 11, 27));

    public static readonly Work MondayTest = new(new(20), Monday16.Id, Test, 300, "Дроби", 1, IsDefault: false, null, Shown: true);

    public static readonly JournalPage Page = new()
    {
        Id = new(new(1), Quarter.Id),
        Seq = 100,
        Rules = TestPage.Page.Rules,
        Students = Students.ToImmutableDictionary(id => id, id => new PageStudent(id, [new(Class7B, new(new(2026, 9, 1), null))])),
        Lessons = new[] { Friday13, Monday16, Friday20, Monday23, Friday27 }.ToImmutableDictionary(lesson => lesson.Id),
        Works = new[] { Friday13, Monday16, Friday20, Monday23, Friday27 }
            .Select(Default)
            .Append(MondayTest)
            .ToImmutableDictionary(work => work.Id, work => new PageWork(work, 40)),
        Marks = TestPage.Page.Marks,
        Attendance = TestPage.Page.Attendance,
        Reasons = TestPage.Page.Reasons,
        Rolls = TestPage.Page.Rolls,
        Carried = [],
    };

    public static readonly Circumstances Around = new(
        Moscow,
        Calendar,
        [new(1, new(8, 30), new(9, 10)), new(2, new(9, 25), new(10, 15)), new(6, new(12, 55), new(13, 35))],
        ImmutableDictionary<ClassId, int>.Empty.Add(Class7B, 7)
    )
    {
        LastLessons = Page.Lessons.Values.ToImmutableDictionary(lesson => lesson.Date, _ => 6),
        Teachers = [new(Teacher, new(new(2026, 9, 1), null))],
    };

    public static SchoolCalendar OfDays(int studyDays) =>
        new([Quarter, NextQuarter], [new Holiday("День народного единства", new(2026, 11, 4), new(2026, 11, 4))], studyDays);

    public static Regulation In(RegulationPreset preset) =>
        Regulation.None.With(new RegulationVersion(new(2026, 9, 1), "№ 1", new(2026, 8, 28), preset.Rules));

    public static Work Default(Lesson lesson) =>
        new(new(lesson.Id.Value), lesson.Id, Answer, 100, null, 0, IsDefault: true, null, Shown: true);

    public static Circumstances Away(this Circumstances around, PersonId teacher, DateOnly from, DateOnly? to) =>
        around with
        {
            Absences = around.Absences.SetItem(teacher, [new DaySpan(from, to)]),
        };

    public static JournalPage With(this JournalPage page, Lesson lesson) => page with { Lessons = page.Lessons.SetItem(lesson.Id, lesson) };

    public static JournalPage WithRoll(this JournalPage page, Lesson lesson) =>
        page with
        {
            Rolls = page.Rolls.SetItem(lesson.Id, new(60, new(6), DateTimeOffset.UnixEpoch)),
        };

    /// <summary>Moscow time, as a person would write it.</summary>
    public static string? Local(DateTimeOffset? due) =>
        due is { } moment ? TimeZoneInfo.ConvertTime(moment, Moscow).ToString("ddd d MMM HH:mm", Invariant) : null;

    public static DateTimeOffset At(int month, int day, int hour, int minute = 0) =>
        new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(3));

    private static readonly System.Globalization.CultureInfo Invariant = System.Globalization.CultureInfo.InvariantCulture;

    private static Lesson Lesson(int id, DateOnly date) => new(new(id), date, 2, LessonStatus.Planned, [], null, null);
}
