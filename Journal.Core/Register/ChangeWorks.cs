using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

/// <summary>Adds a column beside a lesson's own. Weight in hundredths; none means the work type's.</summary>
public sealed record AddWork(CourseId Course, LessonId Lesson, WorkTypeId Type, int? Weight, string? Title, DateOnly? DueBy, bool Shown)
    : Command;

public sealed record WorkAdded(CourseId Course, TermId Term, Work Work) : JournalEvent, IOnOnePage
{
    protected override Concern Concerned => new(Course);
}

/// <param name="Expected">The version of the column that was on the screen.</param>
/// <param name="Lesson">The lesson of the same page it is to stand beside; null where it stands.</param>
public sealed record ChangeWork(
    CourseId Course,
    WorkId Work,
    WorkTypeId Type,
    int Weight,
    string? Title,
    DateOnly? DueBy,
    bool Shown,
    long Expected,
    LessonId? Lesson = null
) : Command;

public sealed record WorkChanged(CourseId Course, TermId Term, Work Before, Work After) : JournalEvent, IOnOnePage
{
    protected override Concern Concerned => new(Course);
}

/// <summary>A mark that a family may see from now on, because its column was checked.</summary>
public sealed record MarkShown(CourseId Course, TermId Term, LessonId Lesson, WorkId Work, StudentId Student, CellValue Value)
    : JournalEvent
{
    protected override Concern Concerned => new(Student: Student);
}

/// <summary>A mark that a family no longer sees, because its column was taken back.</summary>
public sealed record MarkHidden(CourseId Course, TermId Term, LessonId Lesson, WorkId Work, StudentId Student) : JournalEvent
{
    protected override Concern Concerned => new(Student: Student);
}

/// <summary>Removes a column with its marks: one command, one change per cleared cell.</summary>
public sealed record RemoveWork(CourseId Course, WorkId Work, long Expected) : Command;

public sealed record WorkRemoved(CourseId Course, TermId Term, Work Work) : JournalEvent, IOnOnePage
{
    protected override Concern Concerned => new(Course);
}

public sealed record UnknownWorkType(WorkTypeId Type) : Refusal;

public sealed record WeightOutOfRange(int Weight) : Refusal;

public sealed record TitleTooLong(int Longest) : Refusal;

public sealed record TitleUnreadable : Refusal;

public sealed record WorkConflict(PageWork Now) : Refusal, IConflict;

/// <summary>The column every lesson has can be neither removed nor moved to another lesson.</summary>
public sealed record DefaultWorkStays(WorkId Work) : Refusal;

public sealed record TooManyWorks(int Most) : Refusal;
