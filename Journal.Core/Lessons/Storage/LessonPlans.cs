using Journal.Core.Basics;
using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Lessons.Storage;

/// <summary>Reads the plan of a course: its topics in order.</summary>
public sealed class LessonPlans(IDbContextFactory<JournalDb> databases)
{
    public async Task<IReadOnlyList<string>> Read(CourseId course, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<PlanTopicRow>()
            .Where(row => row.Course == course.Value)
            .OrderBy(row => row.Number)
            .Select(row => row.Topic)
            .ToListAsync(ct);
    }

    /// <summary>What the plan has for this lesson; null when it has nothing more, or there is no plan.</summary>
    public async Task<NextTopic?> Next(CourseId course, Lesson lesson, CancellationToken ct = default)
    {
        var plan = await Read(course, ct);
        if (plan.Count == 0)
            return null;

        await using var db = await databases.CreateDbContextAsync(ct);
        var given = await db.Set<LessonRow>()
            .Where(row => row.Course == course.Value && row.Topic != null)
            .OrderBy(row => row.Date)
            .ThenBy(row => row.Number)
            .Select(row => new
            {
                row.Date,
                row.Number,
                row.Topic,
            })
            .ToListAsync(ct);
        var before = given.FindLast(one => one.Date < lesson.Date || (one.Date == lesson.Date && one.Number < lesson.Number));
        return NextTopic.In(plan, given.Select(one => one.Topic!).ToHashSet(StringComparer.Ordinal), before?.Topic);
    }
}
