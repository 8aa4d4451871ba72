using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Remarks;

/// <summary>«Замечание», «благодарность», «обращение к родителям» (R30).</summary>
public enum RemarkKind
{
    Note = 1,
    Praise,
    Appeal,
}

/// <summary>Of whom it is and where it stands: under a lesson, or under a day when the class teacher wrote it.</summary>
public sealed record Remark(RemarkId Id, StudentId Student, ClassId Class, CourseId? Course, LessonId? Lesson, DateOnly Date)
{
    public Concern Concern => new(Course, Class, Student);
}

/// <param name="Text">Plain, as it was typed.</param>
public sealed record RemarkWords(RemarkKind Kind, string Text)
{
    public const int Longest = 500;
}

/// <summary>A remark as it stands now: its words, who wrote it and when, and its last change, whose Seq is its version.</summary>
public sealed record RemarkCard(Remark Remark, RemarkWords Words, bool IsWithdrawn, LessonStamp Written, LessonStamp Last)
{
    public long Version => Last.Version;

    /// <summary>A slip put right at once is no correction (hard day 2).</summary>
    public bool IsCorrected => Version != Written.Version && !GraceTime.Default.Covers(Written.By, Written.At, Last.By, Last.At);
}
