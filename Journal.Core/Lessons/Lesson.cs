using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.Lessons;

/// <summary>Domain §5: only a change of teacher is a substitution; a lesson nobody taught is missed, not covered.</summary>
public enum LessonStatus
{
    Planned = 1,
    Held,
    Covered,
    Cancelled,
    Moved,
    Distance,
}

/// <summary>A lesson of a course on a day. Teachers are those who gave it; before that, nobody.</summary>
/// <param name="Homework">Light text; null while there is none, empty for «не задано».</param>
public sealed record Lesson(
    LessonId Id,
    DateOnly Date,
    int Number,
    LessonStatus Status,
    ImmutableArray<PersonId> Teachers,
    string? Topic,
    string? Homework,
    HomeworkTimes? HomeworkTimes = null
);

/// <summary>A fact of one page only: the other terms of the course need not hear it.</summary>
public interface IOnOnePage
{
    TermId Term { get; }
}

/// <summary>A fact that a course's readers hear and no page of it holds.</summary>
public interface IBesidePages;

/// <summary>A lesson generated from timetable and calendar, with its default work («ответ на уроке») where the course is marked.</summary>
public sealed record LessonScheduled(CourseId Course, TermId Term, LessonId Lesson, DateOnly Date, int Number, Work? DefaultWork)
    : JournalEvent
{
    protected override Concern Concerned => new(Course: Course);
}

/// <summary>What was taught and set, by whom: topic, homework, status and actual teachers, before and after (R20, R23, R25).</summary>
public sealed record LessonRecorded(CourseId Course, TermId Term, Lesson Before, Lesson After) : JournalEvent, IOnOnePage
{
    protected override Concern Concerned => new(Course: Course);
}
