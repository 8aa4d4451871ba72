using System.Collections.Frozen;
using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

/// <summary>
/// A page's lessons, columns and tasks in the order of the paper journal. It is worked out once and stays with every later version of the page until a
/// lesson, a column or a task changes: marks, which come by the hundred, do not touch it.
/// </summary>
public sealed class PageShape
{
    private readonly ImmutableDictionary<LessonId, Lesson> _lessons;
    private readonly ImmutableDictionary<WorkId, PageWork> _works;
    private readonly ImmutableDictionary<HomeworkId, PageTask> _tasks;
    private readonly FrozenDictionary<LessonId, ImmutableArray<Work>> _worksOf;
    private readonly FrozenDictionary<LessonId, ImmutableArray<PageTask>> _tasksOf;

    internal PageShape(JournalPage page)
    {
        (_lessons, _works, _tasks) = (page.Lessons, page.Works, page.Tasks);
        Lessons = [.. page.Lessons.Values.OrderBy(lesson => lesson.Date).ThenBy(lesson => lesson.Number).ThenBy(lesson => lesson.Id.Value)];
        _worksOf = page
            .Works.Values.Select(one => one.Work)
            .GroupBy(work => work.Lesson)
            .ToFrozenDictionary(
                works => works.Key,
                works => works.OrderBy(work => work.Ordinal).ThenBy(work => work.Id.Value).ToImmutableArray()
            );
        _tasksOf = page
            .Tasks.Values.GroupBy(one => one.Task.Lesson)
            .ToFrozenDictionary(tasks => tasks.Key, tasks => tasks.OrderBy(one => one.Task.Id.Value).ToImmutableArray());
    }

    /// <summary>By date, number and id.</summary>
    public ImmutableArray<Lesson> Lessons { get; }

    /// <summary>First and last day included.</summary>
    public ReadOnlySpan<Lesson> LessonsOn(DateOnly from, DateOnly to)
    {
        var (first, end) = (FirstSince(from), to == DateOnly.MaxValue ? Lessons.Length : FirstSince(to.AddDays(1)));
        return first < end ? Lessons.AsSpan()[first..end] : [];
    }

    /// <summary>The lesson's columns, those first that stand first.</summary>
    public ImmutableArray<Work> WorksOf(LessonId lesson) => _worksOf.GetValueOrDefault(lesson, []);

    /// <summary>The lesson's tasks, the withdrawn too, in the order they were set.</summary>
    public ImmutableArray<PageTask> TasksOf(LessonId lesson) => _tasksOf.GetValueOrDefault(lesson, []);

    internal bool IsOf(JournalPage page) =>
        ReferenceEquals(_lessons, page.Lessons) && ReferenceEquals(_works, page.Works) && ReferenceEquals(_tasks, page.Tasks);

    private int FirstSince(DateOnly date)
    {
        var (low, high) = (0, Lessons.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Lessons[middle].Date < date)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
