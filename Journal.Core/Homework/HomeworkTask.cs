using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Core.Homework;

/// <summary>
/// A task that was set in a lesson (R25): the lesson's own, which is everybody's and whose text is the journal's line, or one for some of the
/// students, with a text of its own.
/// </summary>
/// <param name="Text">Light text; null for the lesson's own, and where the task was withdrawn.</param>
/// <param name="Times">Of this task's details, and of its text where it has one; null while nothing is published.</param>
public sealed record HomeworkTask(
    HomeworkId Id,
    LessonId Lesson,
    bool IsForSome,
    string? Text,
    HomeworkDetails Details,
    HomeworkTimes? Times
);

/// <summary>A task was set, corrected or withdrawn: as a whole, before and after. Whom it is for is told student by student.</summary>
public sealed record HomeworkSet(CourseId Course, TermId Term, HomeworkTask? Before, HomeworkTask After) : JournalEvent, IOnOnePage
{
    protected override Concern Concerned => new(Course: Course);
}

/// <summary>A task for some was given to this student, became another one, or was taken from them.</summary>
public sealed record HomeworkGiven(CourseId Course, TermId Term, HomeworkId Task, LessonId Lesson, StudentId Student, bool Given)
    : JournalEvent,
        IOnOnePage
{
    protected override Concern Concerned => new(Course: Course, Student: Student);
}
