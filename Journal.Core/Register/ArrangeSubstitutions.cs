using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>
/// The deputy gives these lessons to somebody, confirms who has taken them, or takes them back: all or none. To teach them, or to supervise the class;
/// that two are given together is found by itself.
/// </summary>
/// <param name="Teacher">Null: nobody stands in any more.</param>
public sealed record ArrangeSubstitutions(IReadOnlyList<SubstitutionWish> Lessons, PersonId? Teacher, SubstitutionKind Kind, string? Order)
    : Command
{
    public const int MostLessons = 300;
}

/// <param name="Expected">The version of what was arranged that was on the screen; 0 if nothing was.</param>
public sealed record SubstitutionWish(CourseId Course, LessonId Lesson, long Expected);

/// <summary>Somebody was faster: what is arranged for this lesson now.</summary>
public sealed record SubstitutionConflict(LessonId Lesson, SubstitutionNow? Now) : Refusal, IConflict;

public sealed record TooManySubstitutions(int Count, int Most) : Refusal;

/// <summary>There is no lesson among those named.</summary>
public sealed record NoLessonNamed : Refusal;

public sealed partial record JournalPage
{
    /// <param name="now">What is arranged by now.</param>
    /// <param name="isOwn">Whether the one to stand in teaches the course.</param>
    /// <param name="with">A lesson of that person's own at the same time.</param>
    public Decision Decide(ArrangeSubstitutions command, SubstitutionWish wish, SubstitutionNow? now, bool isOwn, LessonId? with)
    {
        if (!Lessons.TryGetValue(wish.Lesson, out var lesson))
            return new UnknownLesson(wish.Lesson);
        var after = command.Teacher is { } teacher ? Arranged(command, lesson, teacher, with) : null;
        if (now?.What == after)
            return Decision.Already(now?.Version ?? 0);
        if ((now?.Version ?? 0) != wish.Expected)
            return new SubstitutionConflict(lesson.Id, now);
        if (after is not null && isOwn)
            return new TeachesTheCourse(after.Teacher);
        if (after is not null && MayBeSubstituted(lesson) is { } closed)
            return closed;
        if (IsLockedForAll(lesson))
            return new TermClosed(Id.Term);

        return Decision.Facts([
            .. AsArranged(lesson, now?.What, after),
            new LessonSubstituted(Id.Course, Id.Term, lesson.Id, now?.What, after),
        ]);
    }

    private Substitution Arranged(ArrangeSubstitutions command, Lesson lesson, PersonId teacher, LessonId? with)
    {
        var kind =
            command.Kind is SubstitutionKind.Covered ? SubstitutionKind.Covered
            : with is null ? SubstitutionKind.Taught
            : SubstitutionKind.Merged;
        var together = kind is SubstitutionKind.Merged ? with : null;
        return new(
            lesson.Id,
            Id.Course,
            lesson.Date,
            lesson.Number,
            teacher,
            kind,
            Confirmed: true,
            together,
            OrderNumber.Tidy(command.Order)
        );
    }

    // A supervised class has no topic and owes none; whoever is said to have given a lesson that is written down is its teacher (R23).
    private IEnumerable<LessonRecorded> AsArranged(Lesson lesson, Substitution? before, Substitution? after)
    {
        var written = lesson with { };
        if (after?.Kind is SubstitutionKind.Covered && lesson.Status is LessonStatus.Planned)
            written = lesson with { Status = LessonStatus.Covered };
        else if (before?.Kind is SubstitutionKind.Covered && after?.Kind is not SubstitutionKind.Covered && IsOnlyCovered(lesson))
            written = lesson with { Status = LessonStatus.Planned };
        // Rid of the lesson, one has not given it: what was recorded stays, and its teacher is whoever gives it now.
        var others = before is null || before.Teacher == after?.Teacher ? lesson.Teachers : lesson.Teachers.Remove(before.Teacher);
        written = written with
        {
            Teachers = after is { Kind: not SubstitutionKind.Covered } && !lesson.Teachers.IsEmpty ? [after.Teacher] : others,
        };

        var isSame = written.Status == lesson.Status && written.Teachers.SequenceEqual(lesson.Teachers);
        return isSame ? [] : [new(Id.Course, Id.Term, lesson, written)];
    }

    // A topic may have been prepared; who gave it is known once somebody has recorded it.
    private static bool IsOnlyCovered(Lesson lesson) => lesson is { Status: LessonStatus.Covered, Teachers.IsEmpty: true };
}
