using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Diary;

/// <summary>A student's week as in a paper diary (R31): every school day of the class, every lesson with what it brought, as of a Seq.</summary>
/// <param name="Bells">Of the class that day; empty when the week is not the running one.</param>
/// <param name="Ahead">Works that are announced for the days to come.</param>
/// <param name="Elsewhere">Other weeks in which something is new, by their Mondays: a work is often marked a week later.</param>
public sealed record DiaryWeek(
    StudentId Student,
    DateOnly Monday,
    long Seq,
    IReadOnlyList<DiaryDay> Days,
    IReadOnlyList<Bell> Bells,
    IReadOnlyList<AnnouncedWork> Ahead,
    IReadOnlyList<DateOnly> Elsewhere
);

/// <param name="Holiday">Its name, when there are no lessons because of one.</param>
/// <param name="Remarks">The class teacher's, of no lesson.</param>
/// <param name="Order">What an order has made of it for the student's class.</param>
public sealed record DiaryDay(
    DateOnly Date,
    string? Holiday,
    IReadOnlyList<DiaryLesson> Lessons,
    IReadOnlyList<DiaryRemark> Remarks,
    DayOrder? Order = null
)
{
    /// <summary>Of the day itself and of its lessons.</summary>
    public IEnumerable<DiaryRemark> AllRemarks => Remarks.Concat(Lessons.SelectMany(lesson => lesson.Remarks));
}

/// <param name="Substitute">The name of who gives it instead of its teacher.</param>
public sealed record DiaryLesson(
    LessonId Lesson,
    CourseId Course,
    string Subject,
    int Number,
    LessonStatus Status,
    string? Topic,
    string? Homework,
    DiaryAbsence? Absence,
    IReadOnlyList<DiaryMark> Marks,
    IReadOnlyList<DiaryTask> Tasks,
    IReadOnlyList<DiaryRemark> Remarks,
    string? Substitute = null
);

/// <param name="Sign">The work type's; an ordinary answer has none.</param>
/// <param name="Value">As it would be typed; empty when the mark is gone and only its news is left.</param>
/// <param name="IsLow">Below what passes.</param>
/// <param name="News">Since the family's last visit.</param>
public sealed record DiaryMark(
    WorkId Work,
    string WorkType,
    string Sign,
    string? Title,
    int Weight,
    string Value,
    bool IsLow,
    bool Due,
    DateOnly? DueBy,
    string? Comment,
    PersonId By,
    long Version,
    News News,
    bool CommentIsNew
);

/// <param name="Text">As it would be typed: the reason, once the class teacher has put one.</param>
/// <param name="Code">Null when the absence was taken back and only its news is left.</param>
public sealed record DiaryAbsence(string Text, AttendanceCode? Code, int? Minutes, News News);

/// <summary>A work beside the lesson's own, on a day to come.</summary>
public sealed record AnnouncedWork(DateOnly Date, string Subject, string WorkType, string? Title);
