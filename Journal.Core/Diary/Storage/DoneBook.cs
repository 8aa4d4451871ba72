using System.Collections.Immutable;
using Journal.Core.Basics;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>What a student has ticked off. Private: nobody else is told, not the family and not the school.</summary>
public sealed class DoneBook(IDbContextFactory<SeenDb> databases, SchoolClock clock)
{
    /// <summary>Of these lessons.</summary>
    public async Task<ImmutableHashSet<(LessonId Lesson, HomeworkId? Task)>> Read(
        StudentId student,
        IReadOnlyCollection<LessonId> lessons,
        CancellationToken ct = default
    )
    {
        var asked = lessons.Select(lesson => lesson.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Done.AsNoTracking().Where(row => row.Student == student.Value && asked.Contains(row.Lesson)).ToListAsync(ct);
        return [.. rows.Select(row => (new LessonId(row.Lesson), row.Task == 0 ? (HomeworkId?)null : new HomeworkId(row.Task)))];
    }

    public async Task Put(StudentId student, LessonId lesson, HomeworkId? task, bool done, CancellationToken ct = default)
    {
        var number = task?.Value ?? 0;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (done)
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "HomeworkDone" ("Student", "Lesson", "Task", "At") VALUES ({student.Value}, {lesson.Value}, {number}, {clock.Now.UtcTicks})
                ON CONFLICT ("Student", "Lesson", "Task") DO NOTHING
                """,
                ct
            );
        else
            await db
                .Done.Where(row => row.Student == student.Value && row.Lesson == lesson.Value && row.Task == number)
                .ExecuteDeleteAsync(ct);
    }
}
