using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Notices.Storage;

/// <summary>Reads guardians' notices as they stand now, the latest days first.</summary>
public sealed class NoticeBook(IDbContextFactory<JournalDb> databases)
{
    private static readonly int[] Standing = [(int)NoticeState.Told, (int)NoticeState.Confirmed];

    /// <summary>What this guardian told of a child.</summary>
    public Task<IReadOnlyList<NoticeCard>> By(PersonId guardian, StudentId student, DateOnly since, CancellationToken ct = default) =>
        Read(all => all.Where(one => one.Row.Student == student.Value && one.Row.By == guardian.Value && one.Row.To >= since), ct);

    /// <summary>Of these students: about days from this one on, and whatever is unanswered.</summary>
    public Task<IReadOnlyList<NoticeCard>> Of(IEnumerable<StudentId> students, DateOnly since, CancellationToken ct = default)
    {
        var asked = students.Select(student => student.Value).ToArray();
        return Read(
            all => all.Where(one => asked.Contains(one.Row.Student) && (one.Row.To >= since || one.State.State == (int)NoticeState.Told)),
            ct
        );
    }

    /// <summary>Of these students, standing, about this day.</summary>
    public async Task<IReadOnlyList<ToldAbsence>> On(DateOnly day, IEnumerable<StudentId> students, CancellationToken ct = default)
    {
        var asked = students.Select(student => student.Value).ToArray();
        var found = await Read(
            all =>
                all.Where(one =>
                    asked.Contains(one.Row.Student) && one.Row.From <= day && one.Row.To >= day && Standing.Contains(one.State.State)
                ),
            ct
        );
        return
        [
            .. found
                .GroupBy(one => one.Notice.Student)
                .Select(all => all.MaxBy(one => (one.State is NoticeState.Confirmed, one.Version))!)
                .Select(one => new ToldAbsence(one.Notice.Student, one.Notice.Reason, one.Notice.To, one.Known)),
        ];
    }

    /// <summary>How many of these students' nobody has answered.</summary>
    public async Task<int> Unanswered(IEnumerable<StudentId> students, CancellationToken ct = default)
    {
        var asked = students.Select(student => student.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await All(db).CountAsync(one => asked.Contains(one.Row.Student) && one.State.State == (int)NoticeState.Told, ct);
    }

    /// <summary>The notice that has this file; null when none has.</summary>
    public async Task<NoticeCard?> WithFile(Guid file, CancellationToken ct = default) =>
        await Read(all => all.Where(one => one.File != null && one.File.File == file), ct) is [var notice, ..] ? notice : null;

    internal static IReadOnlyList<NoticeCard> Of(StudentId student, JournalDb db) =>
        [.. All(db).Where(one => one.Row.Student == student.Value).AsEnumerable().Select(Card)];

    internal static NoticeCard? Card(NoticeId notice, JournalDb db) =>
        All(db).Where(one => one.Row.Id == notice.Value).AsEnumerable().Select(Card).FirstOrDefault();

    private async Task<IReadOnlyList<NoticeCard>> Read(Func<IQueryable<Rows>, IQueryable<Rows>> which, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = which(All(db)).OrderByDescending(one => one.Row.From).ThenByDescending(one => one.Row.Id);
        return [.. (await rows.AsNoTracking().ToListAsync(ct)).Select(Card)];
    }

    private static IQueryable<Rows> All(JournalDb db) =>
        from row in db.Set<NoticeRow>()
        join state in db.Set<NoticeStateRow>() on row.Id equals state.Notice
        join file in db.Set<NoticeFileRow>() on row.Id equals file.Notice into files
        from file in files.DefaultIfEmpty()
        select new Rows
        {
            Row = row,
            State = state,
            File = file,
        };

    private static NoticeCard Card(Rows rows)
    {
        var (row, state) = (rows.Row, rows.State);
        var file = rows.File is { } one ? new HomeworkFile(one.File, one.Name, one.Size, one.Type, one.Hash) : null;
        return new(
            new(new(row.Id), new(row.Student), new(row.Class), row.From, row.To, (NoticeReason)row.Reason, row.Text, file),
            (NoticeState)state.State,
            state.Answer,
            state.Code is { } code ? new AbsenceReason(new(code), state.Document) : null,
            new LessonStamp(row.Seq, new(row.By), new DateTimeOffset(row.At, TimeSpan.Zero)),
            new LessonStamp(state.Version, new(state.By), new DateTimeOffset(state.At, TimeSpan.Zero))
        );
    }

    private sealed class Rows
    {
        public required NoticeRow Row { get; init; }

        public required NoticeStateRow State { get; init; }

        public NoticeFileRow? File { get; init; }
    }
}
