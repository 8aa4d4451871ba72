using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Control;

public enum DebtState
{
    /// <summary>There is time, or the countdown sleeps.</summary>
    NotYet = 1,
    Soon,
    Over,
}

/// <summary>A record that is still owed. A work's marks are one debt for all who are due at the same moment.</summary>
/// <param name="Kind">Mark for those who wrote with the others, MakeUp for those who were absent or are waited for.</param>
/// <param name="Due">Null while the countdown sleeps and nobody knows until when.</param>
public sealed record Debt(LessonId Lesson, RecordKind Kind, DateTimeOffset? Due, DebtState State)
{
    public WorkId? Work { get; init; }

    /// <summary>Whose marks are missing.</summary>
    public ImmutableArray<StudentId> Students { get; init; } = [];
}

/// <summary>«Заполнить»: what the teachers of a page still owe it. A lesson that has not ended, or was not held, owes nothing.</summary>
public static class Debts
{
    // On the day it falls due somebody should see it coming, and not before.
    private static readonly TimeSpan Notice = TimeSpan.FromHours(24);

    /// <summary>Those that fall due first come first. In a term that all have closed nothing can be written, and nothing is owed.</summary>
    /// <param name="only">The lessons that are asked for; null for all.</param>
    public static ImmutableArray<Debt> Of(JournalPage page, Deadlines deadlines, DateTimeOffset now, IReadOnlySet<LessonId>? only = null) =>
        [
            .. page.Over(deadlines.Around, now)
                .Where(lesson => only?.Contains(lesson.Id) != false && !page.IsLockedForAll(lesson))
                .SelectMany(lesson => OfLesson(page, lesson, deadlines, now))
                .OrderBy(debt => debt.Due ?? DateTimeOffset.MaxValue),
        ];

    private static IEnumerable<Debt> OfLesson(JournalPage page, Lesson lesson, Deadlines deadlines, DateTimeOffset now)
    {
        var records =
            from kind in OwingLessons.Asked(lesson)
            where !page.Has(lesson, kind)
            let deadline = deadlines.Of(kind, lesson)
            where deadline is not null
            select new Debt(lesson.Id, kind, deadline.Due, StateOf(deadline.Due, now));

        return records.Concat(page.Shape.WorksOf(lesson.Id).SelectMany(work => OfWork(Claims.Of(page, work, deadlines), now)));
    }

    private static IEnumerable<Debt> OfWork(ColumnClaim claim, DateTimeOffset now) =>
        from open in claim.Open
        let kind = open.Cause is ClaimCause.Present ? RecordKind.Mark : RecordKind.MakeUp
        group open.Student by (kind, open.Due) into due
        select new Debt(claim.Lesson, due.Key.kind, due.Key.Due, StateOf(due.Key.Due, now)) { Work = claim.Work, Students = [.. due] };

    private static DebtState StateOf(DateTimeOffset? due, DateTimeOffset now)
    {
        if (due is not { } end || end - now > Notice)
            return DebtState.NotYet;

        return end < now ? DebtState.Over : DebtState.Soon;
    }
}
