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
}
