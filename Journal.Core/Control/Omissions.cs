using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Control;

/// <summary>Which record of which lesson.</summary>
/// <param name="Work">The column whose marks are missing.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OmissionKey(CourseId Course, LessonId Lesson, RecordKind Kind, WorkId? Work);

/// <summary>A record that a class lacks although its time is over.</summary>
/// <param name="Since">When its time was over; of several marks the first.</param>
/// <param name="Students">How many of the class lack their mark; 0 of a record of the lesson as a whole.</param>
public sealed record Omission(OmissionKey Key, DateOnly Date, DateTimeOffset Since, int Students);

/// <summary>An omission with those who owe it.</summary>
public sealed record OwedRecord(Omission What, ImmutableArray<PersonId> Owing);

/// <summary>«Не заполнено коллегами»: what is overdue on a page in the eyes of one class (R40).</summary>
public static class Omissions
{
    /// <param name="only">The lessons that are asked for; null for all.</param>
    public static IEnumerable<Omission> Of(
        JournalPage page,
        Deadlines deadlines,
        ClassId schoolClass,
        DateTimeOffset now,
        IReadOnlySet<LessonId>? only = null
    ) =>
        from debt in Debts.Of(page, deadlines, now, only)
        where debt.State is DebtState.Over
        let lesson = page.Lessons[debt.Lesson]
        let lacking = (debt.Work is null ? page.Students.Keys : debt.Students).Count(one => page.ClassOn(lesson, one) == schoolClass)
        where lacking > 0
        group (Due: debt.Due!.Value, lacking) by (lesson, debt.Kind, debt.Work) into one
        select new Omission(
            new(page.Id.Course, one.Key.lesson.Id, one.Key.Kind, one.Key.Work),
            one.Key.lesson.Date,
            one.Min(debt => debt.Due),
            one.Key.Work is null ? 0 : one.Sum(debt => debt.lacking)
        );

    /// <summary>Who was to make it, as far as the roster knows without the lesson's page.</summary>
    public static IEnumerable<PersonId> Owing(Roster roster, Omission one) =>
        roster.Substitutions.TryGetValue(one.Key.Lesson, out var now)
            ? [now.What.Teacher]
            : roster.TeachersOfCourse[one.Key.Course].Where(tie => tie.Days.Contains(one.Date)).Select(tie => tie.To).Distinct();
}
