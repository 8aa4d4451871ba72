using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Remarks;

namespace Journal.Core.Diary;

/// <summary>A remark as the family reads it; a withdrawn one is none.</summary>
/// <param name="Last">Who changed it last and when.</param>
/// <param name="IsCorrected">Not right after it was written.</param>
public sealed record DiaryRemark(
    RemarkId Id,
    LessonId? Lesson,
    RemarkKind Kind,
    string Text,
    PersonId By,
    DateTimeOffset At,
    LessonStamp Last,
    bool IsCorrected,
    News News
)
{
    /// <summary>The reader has not been shown it as it stands; only told to whoever is family.</summary>
    public bool IsUnread { get; init; }
}

/// <summary>Who of the family has read a remark, and when.</summary>
public sealed record RemarkRead(RemarkId Remark, PersonId By, DateTimeOffset At);
