using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Register;

namespace Journal.Core.Control;

/// <summary>The class teacher tells the deputy what colleagues have not recorded for the class.</summary>
public sealed record ReportOmissions(ClassId Class, IReadOnlyList<OmissionKey> Lines, string? Note) : Command
{
    public const int Most = 60;

    public const int LongestNote = 300;
}

public sealed record OmissionsReported(ReportId Report, ClassId Class, ImmutableArray<Omission> Lines, string? Note) : JournalEvent
{
    protected override Concern Concerned => new(Class: Class);
}

public sealed record NothingToReport : Refusal;

public sealed record TooManyToReport(int Count, int Most) : Refusal;

public sealed record ReportNoteTooLong(int Length, int Longest) : Refusal;

public sealed record ReportNoteUnreadable : Refusal;

/// <summary>It was recorded meanwhile, or was never owed to this class.</summary>
public sealed record OmissionNotOwed : Refusal;

/// <summary>A report that nobody has answered has this line.</summary>
public sealed record OmissionReportedAlready(DateOnly Date) : Refusal;

public static partial class OmissionRules
{
    /// <param name="owed">What is overdue, of the lines that are asked for.</param>
    /// <param name="open">The reports of the class that nobody has answered.</param>
    public static Decision Decide(
        ReportOmissions command,
        IReadOnlyDictionary<OmissionKey, Omission> owed,
        IEnumerable<ReportCard> open,
        Func<ReportId> id
    )
    {
        if (Unfit(command) is { } unfit)
            return unfit;

        var reported = open.SelectMany(report => report.Lines).DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Date);
        var lines = ImmutableArray.CreateBuilder<Omission>();
        foreach (var key in command.Lines.Distinct())
        {
            if (reported.TryGetValue(key, out var date))
                return new OmissionReportedAlready(date);
            if (!owed.TryGetValue(key, out var omission))
                return new OmissionNotOwed();

            lines.Add(omission);
        }

        return new OmissionsReported(id(), command.Class, lines.ToImmutable(), Trimmed(command.Note));
    }

    /// <summary>What is wrong with a report as it is worded.</summary>
    public static Refusal? Unfit(ReportOmissions command)
    {
        if (command.Lines.Count == 0)
            return new NothingToReport();
        if (command.Lines.Count > ReportOmissions.Most)
            return new TooManyToReport(command.Lines.Count, ReportOmissions.Most);

        return Unfit(command.Note);
    }

    private static Refusal? Unfit(string? text)
    {
        if (Trimmed(text) is not { } words)
            return null;
        if (words.Length > ReportOmissions.LongestNote)
            return new ReportNoteTooLong(words.Length, ReportOmissions.LongestNote);

        return CellRules.IsReadable(words) ? null : new ReportNoteUnreadable();
    }

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } words ? words : null;
}
