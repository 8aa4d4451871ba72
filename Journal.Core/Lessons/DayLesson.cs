using Journal.Core.Basics;

namespace Journal.Core.Lessons;

/// <summary>A lesson as a day's list shows it. Bells are unknown where the school has not entered them.</summary>
public sealed record DayLesson(
    LessonId Id,
    CourseId Course,
    int Number,
    TimeOnly? Starts,
    TimeOnly? Ends,
    LessonStatus Status,
    string? Topic
);
