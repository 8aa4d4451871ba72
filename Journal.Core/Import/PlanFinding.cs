namespace Journal.Core.Import;

public enum PlanFindingKind
{
    // Errors: the row is no topic of a plan as it is.
    TopicMissing = 1,
    TopicTooLong,
    TextTooLong,
    TextUnreadable,
    HoursNotANumber,
    HoursOutOfRange,
    TooManyTopics,

    // Warnings: the row is taken, somebody should look.
    HoursMissing = 101,
    NumberingGap,
    TotalDiffers,
    TotalInTopic,
    FormulaNotEvaluated,
}

/// <summary>What is wrong or doubtful in a row of the file.</summary>
/// <param name="Row">Its number in the file; 0 when it is about the whole plan.</param>
/// <param name="Found">A length, number or sum, where there is one.</param>
/// <param name="Expected">The limit, or what it should have been.</param>
public sealed record PlanFinding(int Row, PlanFindingKind Kind, int? Found = null, int? Expected = null)
{
    public bool IsError => Kind < PlanFindingKind.HoursMissing;
}
