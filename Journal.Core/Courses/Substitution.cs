using Journal.Core.Basics;

namespace Journal.Core.Courses;

/// <summary>Domain §5: only a change of teacher is a substitution. Under supervision no hour of the plan is given (hard day 7).</summary>
public enum SubstitutionKind
{
    /// <summary>The lesson is given by somebody else.</summary>
    Taught = 1,

    /// <summary>The class is supervised, or has another subject.</summary>
    Covered,

    /// <summary>Given together with a lesson of the substitute's own at the same time: one event, each course its own record (hard day 9).</summary>
    Merged,
}

/// <summary>Somebody gives a lesson instead of its teacher (R23).</summary>
/// <param name="Confirmed">By the deputy; before that the substitute alone has said so.</param>
/// <param name="With">The other lesson, where two are given together.</param>
/// <param name="Order">Number of the order, if there is one.</param>
public sealed record Substitution(
    LessonId Lesson,
    CourseId Course,
    DateOnly Date,
    int Number,
    PersonId Teacher,
    SubstitutionKind Kind,
    bool Confirmed,
    LessonId? With,
    string? Order
);

/// <summary>A substitution and its last change: the Seq, by whom and when.</summary>
public sealed record SubstitutionNow(Substitution What, long Version, PersonId By, DateTimeOffset At);

/// <summary>Who gives the lesson instead of its teacher, before and after; after is null when nobody does any more.</summary>
public sealed record LessonSubstituted(CourseId Course, TermId Term, LessonId Lesson, Substitution? Before, Substitution? After)
    : JournalEvent,
        IBesidePages
{
    // Of the course alone: so families hear that something about the lesson has changed.
    protected override Concern Concerned => new(Course: Course);
}
