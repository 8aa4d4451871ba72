using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;

namespace Journal.Core.Control;

public enum ClaimCause
{
    /// <summary>Wrote with the others.</summary>
    Present = 1,

    /// <summary>Was absent, and is to make it up after the return.</summary>
    Absent,

    /// <summary>Has a «точка»: the teacher waits for the work until a day.</summary>
    Awaited,
}

/// <summary>A mark that one student has still to get; Due is null while the claim sleeps.</summary>
public sealed record StudentClaim(StudentId Student, ClaimCause Cause, DateTimeOffset? Due);

/// <summary>What a column claims: "wrote 22 of 28", and who of the others is due when (hard day 14).</summary>
/// <param name="Written">How many of those expected have their mark.</param>
public sealed record ColumnClaim(LessonId Lesson, WorkId Work, int Written, int Expected, ImmutableArray<StudentClaim> Open);

/// <summary>Which marks a work claims. Only a rule for everybody claims any: an answer in the lesson is nobody's duty.</summary>
public static class Claims
{
    public static ColumnClaim Of(JournalPage page, Work work, Deadlines deadlines)
    {
        var expected = new ColumnMarks(page, work, deadlines).All().Where(mark => mark.IsClaimed).ToList();
        var open = expected.FindAll(mark => !mark.IsThere);

        return new(
            work.Lesson,
            work.Id,
            expected.Count - open.Count,
            expected.Count,
            [.. open.Select(mark => new StudentClaim(mark.Student, mark.Cause, mark.Due))]
        );
    }
}
