using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.Homework;

/// <summary>A task as it weighs on the students it is for.</summary>
/// <param name="Task">Null for the lesson's own.</param>
/// <param name="Minutes">Null when the teacher has not said.</param>
/// <param name="Students">Of those asked about.</param>
public sealed record LoadTask(
    CourseId Course,
    LessonId Lesson,
    HomeworkId? Task,
    string Text,
    int? Minutes,
    ImmutableHashSet<StudentId> Students
);

/// <summary>What some students have to do for one day, in all subjects.</summary>
public sealed record DayLoad(DateOnly Date, ImmutableArray<LoadTask> Tasks)
{
    /// <summary>Of the student who has most: two subgroups' tasks are never one child's.</summary>
    public int Minutes => MinutesWith(null);

    /// <summary>The same when one more task is set, or a task corrected.</summary>
    /// <param name="other">Takes the place of the one it corrects.</param>
    public int MinutesWith(LoadTask? other)
    {
        var sums = new Dictionary<StudentId, int>();
        var counted = other is null ? Tasks : Tasks.RemoveAll(task => IsSame(task, other)).Add(other);
        foreach (var task in counted)
        {
            foreach (var student in task.Students)
                sums[student] = sums.GetValueOrDefault(student) + (task.Minutes ?? 0);
        }

        return sums.Count == 0 ? 0 : sums.Values.Max();
    }

    public static bool IsSame(LoadTask one, LoadTask other) => one.Lesson == other.Lesson && one.Task == other.Task;
}
