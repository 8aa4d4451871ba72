using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Core.Diary;

/// <summary>A student's week as in a paper diary (R31): every lesson with topic, homework, marks and absence, as of a Seq.</summary>
public sealed record DiaryWeek(StudentId Student, DateOnly Monday, long Seq, IReadOnlyList<DiaryDay> Days);

public sealed record DiaryDay(DateOnly Date, IReadOnlyList<DiaryLesson> Lessons);

public sealed record DiaryLesson(
    LessonId Lesson,
    CourseId Course,
    string Subject,
    int Number,
    LessonStatus Status,
    string? Topic,
    string? Homework,
    string? Absence,
    IReadOnlyList<DiaryMark> Marks
);

public sealed record DiaryMark(WorkId Work, string WorkType, string? Title, int Weight, string Value, string? Comment, long Version);
