using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

/// <summary>Tasks that name the day of a lesson go with it to its new day, unless the course keeps another lesson on the day they name.</summary>
public static class MovedTasks
{
    /// <param name="laid">What became of the course's lessons.</param>
    /// <param name="hasLesson">Whether the course has a lesson on a day now.</param>
    public static IEnumerable<HomeworkSet> Of(
        PageId page,
        IEnumerable<HomeworkTask> tasks,
        IReadOnlyCollection<JournalEvent> laid,
        Func<DateOnly, bool> hasLesson
    )
    {
        var moved = laid.OfType<LessonRecorded>()
            .Where(fact => fact.Before.Date != fact.After.Date)
            .GroupBy(fact => fact.Before.Date)
            .ToDictionary(day => day.Key, day => day.First().After.Date);
        var set = laid.OfType<LessonRecorded>().ToDictionary(fact => fact.After.Id, fact => fact.After.Date);
        foreach (var task in tasks.OrderBy(task => task.Id.Value))
        {
            if (task.Details.Due is not { } due || !moved.TryGetValue(due, out var day) || hasLesson(due))
                continue;

            // Set in a lesson that is later now: then it is for the next one.
            DateOnly? after = set.TryGetValue(task.Lesson, out var given) && given >= day ? null : day;
            yield return new HomeworkSet(page.Course, page.Term, task, task with { Details = task.Details with { Due = after } });
        }
    }
}
