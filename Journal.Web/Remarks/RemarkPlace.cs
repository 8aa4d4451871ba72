using Journal.Core.Basics;
using Journal.Core.Remarks;

namespace Journal.Web.Remarks;

/// <summary>Where a remark is written: into a lesson, or into a day of the own class.</summary>
/// <param name="Says">Beside the name: subject, day, lesson; of a class the class.</param>
public sealed record RemarkPlace(CourseId? Course, LessonId? Lesson, ClassId? Class, string Says)
{
    public static RemarkPlace In(CourseId course, LessonId lesson, string says) => new(course, lesson, null, says);

    public static RemarkPlace Of(ClassId schoolClass, string says) => new(null, null, schoolClass, says);

    /// <param name="date">Of a remark without a lesson.</param>
    public WriteRemark Write(StudentId student, DateOnly date, RemarkKind kind, string text) =>
        new(student, Course, Lesson, Lesson is null ? date : null, kind, text);
}
