using Journal.Core.Basics;

namespace Journal.Core.Lessons;

/// <summary>A lesson as the timetable of a week shows it, with the room its card names.</summary>
public sealed record TimetableLesson(LessonId Id, CourseId Course, DateOnly Date, int Number, LessonStatus Status, string? Room);
