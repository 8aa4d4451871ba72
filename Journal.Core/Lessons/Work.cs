using Journal.Core.Basics;

namespace Journal.Core.Lessons;

/// <summary>A column of the page: what marks are given for. Weight in hundredths. One that is not shown yet is hidden from families until checked.</summary>
public sealed record Work(
    WorkId Id,
    LessonId Lesson,
    WorkTypeId Type,
    int Weight,
    string? Title,
    int Ordinal,
    bool IsDefault,
    DateOnly? DueBy,
    bool Shown
);
