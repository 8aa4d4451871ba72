using Journal.Core.Basics;
using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Homework.Storage;

/// <summary>A task that has a file, by the page it stands on.</summary>
public sealed record FilePlace(CourseId Course, TermId Term, HomeworkId Task);

/// <summary>
/// Files that were brought for homework and for notices of absence: the contents in the store, what they are and by whom in a table outside the log.
/// What nothing ever had is cleared away after a day.
/// </summary>
public sealed class UploadBook(IDbContextFactory<JournalDb> databases, FileStore store, SchoolClock clock)
{
    public static readonly TimeSpan Unattached = TimeSpan.FromDays(1);

    /// <summary>Null when it is larger than a file may be.</summary>
    public async Task<HomeworkFile?> Take(PersonId by, string name, string type, Stream content, CancellationToken ct = default)
    {
        var id = Guid.NewGuid();
        if (await store.Keep(id, content, FileKinds.Largest, ct) is not var (size, hash))
            return null;

        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        db.Add(
            new UploadRow
            {
                File = id,
                Name = name,
                Size = size,
                Type = type,
                Hash = hash,
                By = by.Value,
                At = clock.Now.UtcTicks,
            }
        );
        // Its content is here: a caller who has gone must not leave it without a name.
        await db.SaveChangesAsync(CancellationToken.None);
        return new(id, name, size, type, hash);
    }

    /// <summary>The content; null when it is not there.</summary>
    public Stream? Content(HomeworkFile file) => store.Read(file.Id);

    /// <summary>A file that this person has brought.</summary>
    public async Task<HomeworkFile?> Own(PersonId person, Guid file, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<UploadRow>()
            .Where(row => row.File == file && row.By == person.Value)
            .Select(row => new HomeworkFile(row.File, row.Name, row.Size, row.Type, row.Hash))
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>The tasks that have it now.</summary>
    public async Task<IReadOnlyList<FilePlace>> Places(Guid file, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var places =
            from row in db.Set<HomeworkFileRow>()
            where row.File == file && row.Attached
            join task in db.Set<HomeworkRow>() on row.Homework equals task.Id
            select new FilePlace(new(task.Course), new(task.Term), new(task.Id));
        return await places.ToListAsync(ct);
    }

    /// <summary>Clears away what was brought more than a day ago and never attached; how many that were.</summary>
    public async Task<int> Clear(CancellationToken ct = default)
    {
        var before = (clock.Now - Unattached).UtcTicks;
        await using var db = await databases.CreateDbContextAsync(ct);
        var attached = AttachedFiles.In(db);
        var left = await db.Set<UploadRow>()
            .Where(row => row.At < before && !attached.Contains(row.File))
            .Select(row => row.File)
            .ToListAsync(ct);
        var cleared = 0;
        foreach (var file in left)
        {
            // Somebody may attach it at this moment: the row goes only if nothing has it by then, and the content after the row.
            var gone = await db.Set<UploadRow>().Where(row => row.File == file && !attached.Contains(row.File)).ExecuteDeleteAsync(ct);
            if (gone == 0)
                continue;

            store.Forget(file);
            cleared++;
        }

        return cleared;
    }
}
