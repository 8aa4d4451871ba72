using Journal.Core.Basics;
using Journal.Core.Control;

namespace Journal.Core.Access;

/// <summary>What colleagues owe the journal of a class.</summary>
/// <param name="Lines">Those overdue the longest, at most so many as a report may have.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Reports">The open ones, and those answered in the last days; the latest first.</param>
public sealed record ClassOmissions(IReadOnlyList<OwedRecord> Lines, int Total, IReadOnlyList<ReportCard> Reports, bool MayReport)
{
    /// <summary>The open report that has this line.</summary>
    public ReportCard? ReportOf(OmissionKey key) =>
        Reports.FirstOrDefault(report => report.Settled is null && report.Lines.Any(line => line.Key == key));
}

/// <summary>Reports that wait for the deputy: the latest, and how many there are.</summary>
public sealed record OpenReports(IReadOnlyList<ReportCard> Reports, int Total);

public sealed partial class Readings
{
    private const int MostReports = 20;

    // Long enough for a class teacher who looks in once a week.
    private static readonly TimeSpan AnswersStay = TimeSpan.FromDays(10);

    /// <summary>What is overdue in the courses of a class and not the reader's own to record; for whoever reads the class.</summary>
    public async Task<ClassOmissions?> Omissions(PersonId reader, ClassId schoolClass, CancellationToken ct = default)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        if (!roster.MayReadClass(reader, schoolClass, today))
            return null;

        var owed = (await debts.Read(roster, schoolClass, ct)).Where(one => !one.Owing.Contains(reader)).ToList();
        return new(
            [.. owed.Take(ReportOmissions.Most)],
            owed.Count,
            await reports.Of(schoolClass, clock.Now - AnswersStay, ct),
            roster.Leads(reader, schoolClass, today)
        );
    }

    /// <summary>What class teachers have reported and nobody has answered; for whoever reads the whole school.</summary>
    public async Task<OpenReports?> Reports(PersonId reader, CancellationToken ct = default)
    {
        if (!rosters.Current.ReadsWholeSchool(reader, clock.Today))
            return null;

        var (open, count) = await reports.Open(MostReports, ct);
        return new(open, count);
    }
}
