using Journal.Core.Basics;

namespace Journal.Core.Register;

/// <summary>A lesson the student missed: the teacher's fact, and the reason with its version (0 while nobody has put one).</summary>
public sealed record StudentAbsence(
    StudentId Student,
    CourseId Course,
    LessonId Lesson,
    DateOnly Date,
    int Number,
    AttendanceCodeId Fact,
    AbsenceReason? Reason,
    long Version
);
