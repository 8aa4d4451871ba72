using Journal.Core.Basics;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Control.Storage;

/// <summary>Reads what class teachers have reported, the latest first.</summary>
public sealed class ReportBook(IDbContextFactory<JournalDb> databases)
{
    private const int Most = 100;

    /// <summary>Those of a class that are open, and those answered since.</summary>
    public async Task<IReadOnlyList<ReportCard>> Of(ClassId schoolClass, DateTimeOffset since, CancellationToken ct = default)
    {
        var ticks = since.UtcTicks;
        await using var db = await databases.CreateDbContextAsync(ct);
        return Cards(All(db).Where(one => one.Row.Class == schoolClass.Value && (one.Answer == null || one.Answer.At >= ticks)), Most, db);
    }

    /// <summary>Those of the whole school that nobody has answered: so many of them, and how many there are.</summary>
    public async Task<(IReadOnlyList<ReportCard> Reports, int Count)> Open(int most, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = All(db).Where(one => one.Answer == null);
        return (Cards(open, most, db), await open.CountAsync(ct));
    }

    internal static IReadOnlyList<ReportCard> Open(ClassId schoolClass, JournalDb db) =>
        Cards(All(db).Where(one => one.Row.Class == schoolClass.Value && one.Answer == null), int.MaxValue, db);

    internal static ReportCard? Card(ReportId report, JournalDb db) =>
        Cards(All(db).Where(one => one.Row.Id == report.Value), 1, db) is [var card] ? card : null;

    // Ids grow with time.
    private static IReadOnlyList<ReportCard> Cards(IQueryable<Rows> which, int most, JournalDb db)
    {
        var reports = which.OrderByDescending(one => one.Row.Id).Take(most).AsNoTracking().ToList();
        var ids = reports.ConvertAll(one => one.Row.Id);
        var lines = db.Set<ReportedRow>()
            .AsNoTracking()
            .Where(row => ids.Contains(row.Report))
            .OrderBy(row => row.Number)
            .AsEnumerable()
            .ToLookup(row => row.Report, Line);
        return [.. reports.Select(one => Card(one, lines[one.Row.Id]))];
    }

    private static IQueryable<Rows> All(JournalDb db) =>
        from row in db.Set<ReportRow>()
        join answer in db.Set<ReportAnswerRow>() on row.Id equals answer.Report into answers
        from answer in answers.DefaultIfEmpty()
        select new Rows { Row = row, Answer = answer };

    private static ReportCard Card(Rows rows, IEnumerable<Omission> lines) =>
        new(
            new(rows.Row.Id),
            new(rows.Row.Class),
            [.. lines],
            rows.Row.Note,
            Stamp(rows.Row.Seq, rows.Row.By, rows.Row.At),
            rows.Answer is { } answer ? Stamp(answer.Version, answer.By, answer.At) : null,
            rows.Answer?.Answer
        );

    private static Omission Line(ReportedRow row) =>
        new(
            new(new(row.Course), new(row.Lesson), (RecordKind)row.Kind, row.Work is { } work ? new WorkId(work) : null),
            row.Date,
            new DateTimeOffset(row.Since, TimeSpan.Zero),
            row.Students
        );

    private static LessonStamp Stamp(long seq, int by, long at) => new(seq, new(by), new DateTimeOffset(at, TimeSpan.Zero));

    private sealed class Rows
    {
        public required ReportRow Row { get; init; }

        public ReportAnswerRow? Answer { get; init; }
    }
}
