using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>A lesson of the day an order is for.</summary>
/// <param name="IsWritten">Something is recorded of it: the roll, a mark, a topic with its teacher.</param>
public sealed record OrderedLesson(CourseId Course, TermId Term, Lesson Lesson, bool IsWritten);

/// <summary>A lesson that the day would have by its pattern.</summary>
/// <param name="DefaultWork">The kind and weight of the course's default work; null where no marks are given.</param>
public sealed record PatternLesson(CourseId Course, TermId Term, int Number, (WorkTypeId Type, int Weight)? DefaultWork);

/// <summary>Numbers for new lessons and works.</summary>
public sealed record NewIds(Func<LessonId> Lesson, Func<WorkId> Work);

/// <summary>An absence with no reason given, on that day.</summary>
public sealed record UnexplainedAbsence(CourseId Course, TermId Term, LessonId Lesson, StudentId Student, ClassId Class, bool Shown);

/// <summary>What an order makes of the lessons of its day: those that are held already never move.</summary>
public static class OrderedDay
{
    public static Decision Decide(
        DayOrder order,
        IEnumerable<OrderedLesson> lessons,
        IEnumerable<UnexplainedAbsence> absences,
        Roster roster
    )
    {
        IEnumerable<JournalEvent> facts = order.Mode switch
        {
            DayMode.NoLessons => Turned(lessons, LessonStatus.Cancelled),
            DayMode.Distance => Turned(lessons, LessonStatus.Distance),
            _ => Excused(order, absences, roster),
        };
        // The last one, because the answer's Seq is the order's version.
        return Decision.Facts([.. facts, new DayOrdered(order)]);
    }

    /// <summary>What excuses those who stay at home; null in a school that has no code for it.</summary>
    public static AbsenceReason? ReasonOf(DayOrder order, IEnumerable<AttendanceCode> codes) =>
        codes.FirstOrDefault(code => code is { Kind: AbsenceKind.Valid, CountsAsMissed: true }) is { } valid
            ? new AbsenceReason(valid.Id, order.Number)
            : null;

    /// <summary>What excuses an absence of this day for which no reason is given; null where no order does.</summary>
    public static AbsenceReason? ReasonOf(Roster roster, AttendanceSet absence, DateOnly on) =>
        roster.OrderOf(absence.Class, on) is { What: { Mode: DayMode.ParentsDecide } order }
        && roster.Codes.Any(code => code.Id == absence.After.Code && code.Kind is AbsenceKind.Unknown)
            ? ReasonOf(order, roster.Codes)
            : null;

    /// <summary>What the day has instead: lessons of the pattern that are not there yet are made, and those it does not have are cancelled.</summary>
    public static Decision Decide(DayOrder order, IReadOnlyList<OrderedLesson> lessons, IReadOnlyList<PatternLesson> pattern, NewIds ids)
    {
        var wanted = pattern.Select(one => (one.Course, one.Number)).ToHashSet();
        var kept = lessons
            .Where(one => one.Lesson.Status is not (LessonStatus.Cancelled or LessonStatus.Moved))
            .Where(one => one.IsWritten || wanted.Contains((one.Course, one.Lesson.Number)))
            .Select(one => (one.Course, one.Lesson.Number))
            .ToHashSet();
        var gone = lessons.Where(one => !kept.Contains((one.Course, one.Lesson.Number)));
        var made = pattern.Where(one => !kept.Contains((one.Course, one.Number))).Select(one => Scheduled(order.Date, one, ids));
        return Decision.Facts([.. Turned(gone, LessonStatus.Cancelled), .. made, new DayOrdered(order)]);
    }

    private static LessonScheduled Scheduled(DateOnly date, PatternLesson one, NewIds ids)
    {
        var lesson = ids.Lesson();
        var work = one.DefaultWork is { } kind
            ? new Work(ids.Work(), lesson, kind.Type, kind.Weight, Title: null, Ordinal: 0, IsDefault: true, DueBy: null, Shown: true)
            : null;
        return new(one.Course, one.Term, lesson, date, one.Number, work);
    }

    private static IEnumerable<LessonRecorded> Turned(IEnumerable<OrderedLesson> lessons, LessonStatus status) =>
        from one in lessons
        where !one.IsWritten && IsAhead(one.Lesson)
        select new LessonRecorded(one.Course, one.Term, one.Lesson, one.Lesson with { Status = status });

    // Supervision that is only arranged is no more than a plan.
    private static bool IsAhead(Lesson lesson) =>
        lesson is { Status: LessonStatus.Planned or LessonStatus.Covered, Teachers.IsEmpty: true };

    private static IEnumerable<ReasonSet> Excused(DayOrder order, IEnumerable<UnexplainedAbsence> absences, Roster roster) =>
        ReasonOf(order, roster.Codes) is not { } reason
            ? []
            : absences.Select(one => new ReasonSet(
                one.Course,
                one.Term,
                one.Lesson,
                one.Student,
                one.Class,
                Before: null,
                reason,
                one.Shown
            ));
}
