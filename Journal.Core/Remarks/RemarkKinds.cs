using Journal.Core.Basics;

namespace Journal.Core.Remarks;

/// <summary>Names in the log that are asked for by name.</summary>
public static class RemarkKinds
{
    public const string Written = "remark.written";
    public const string Corrected = "remark.corrected";
    public const string Withdrawn = "remark.withdrawn";

    public static readonly IReadOnlyList<string> All = [Written, Corrected, Withdrawn];
}

public static partial class RemarkRules
{
    /// <summary>The remark that a fact is about; null of any other.</summary>
    public static RemarkId? Of(JournalEvent fact) =>
        fact switch
        {
            RemarkWritten e => e.Remark.Id,
            RemarkCorrected e => e.Remark.Id,
            RemarkWithdrawn e => e.Remark.Id,
            _ => null,
        };
}
