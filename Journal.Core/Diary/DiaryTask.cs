using Journal.Core.Basics;
using Journal.Core.Homework;

namespace Journal.Core.Diary;

/// <summary>Homework as the student has it.</summary>
/// <param name="Task">Null for the lesson's own.</param>
/// <param name="Text">Light text; null when it was withdrawn after families could have read it.</param>
/// <param name="Due">The day it is for; null when the course has no lesson after this one.</param>
/// <param name="Changed">When it became another one; null when it is as it was first read.</param>
public sealed record DiaryTask(
    LessonId Lesson,
    HomeworkId? Task,
    string? Text,
    HomeworkDetails Details,
    DateOnly? Due,
    DateTimeOffset? Changed
)
{
    /// <summary>Ticked off by the student; null to everybody else.</summary>
    public bool? Done { get; init; }
}
