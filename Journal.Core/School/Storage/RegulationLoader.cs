using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.School.Storage;

/// <summary>Reads every version of the regulation: a school has a few.</summary>
internal static class RegulationLoader
{
    public static (Regulation Regulation, RegulationStamp Stamp) Load(JournalDb db)
    {
        var rules = db.Set<DeadlineRuleRow>().AsNoTracking().OrderBy(row => row.Place).AsEnumerable().ToLookup(row => row.Regulation, Rule);
        var rows = db.Set<RegulationRow>().AsNoTracking().OrderBy(row => row.From).ToList();
        var versions = rows.Select(row => new RegulationVersion(row.From, row.Order, row.OrderDate, [.. rules[row.From]]));
        return (new([.. versions]), Stamp(db, rows));
    }

    // Who adopted it, and when, stands in the log.
    private static RegulationStamp Stamp(JournalDb db, List<RegulationRow> rows)
    {
        if (rows.Count == 0)
            return RegulationStamp.Never;

        var version = rows.Max(row => row.Version);
        var change = db.Changes.AsNoTracking().SingleOrDefault(one => one.Seq == version);
        return new(version, new(change?.Actor ?? 0), new DateTimeOffset(change?.At ?? 0, TimeSpan.Zero));
    }

    private static DeadlineRule Rule(DeadlineRuleRow row) =>
        new(
            (RecordKind)row.Kind,
            row.Length,
            (DeadlineUnit)row.Unit,
            (CountedFrom)row.CountedFrom,
            row is { FromGrade: { } from, ToGrade: { } to } ? new GradeSpan(from, to) : null,
            row.WorkType is { } type ? new(type) : null,
            (WorkForm?)row.Form,
            row.Everybody
        );
}
