using System.Globalization;
using Journal.Core.Import;
using Journal.Core.Lessons;
using Journal.Web.Texts;

namespace Journal.Web.Plan;

/// <summary>What a plan says of itself: its state, how far it is, its dates.</summary>
internal static class PlanText
{
    /// <summary>More days are told by the first and the last.</summary>
    private const int MostDays = 2;

    public static string State(PlanState state) =>
        state switch
        {
            PlanState.Approved => Words.PlanApproved,
            PlanState.ChangedSinceApproval => Words.PlanChangedSince,
            _ => Words.PlanDraft,
        };

    public static string Lag(PlanProgress progress) =>
        progress.Lag switch
        {
            > 0 => Phrase.With(Words.PlanBehind, progress.Lag),
            < 0 => Phrase.With(Words.PlanAhead, -progress.Lag),
            _ => Words.PlanOnTime,
        };

    /// <summary>Where the hours went that the plan did not get; empty when it got all.</summary>
    public static string Losses(PlanLosses losses)
    {
        (string Text, int Hours)[] all =
        [
            (Words.PlanLostCancelled, losses.Cancelled),
            (Words.PlanLostMoved, losses.Moved),
            (Words.PlanLostCovered, losses.Covered),
            (Words.PlanLostUnrecorded, losses.Unrecorded),
            (Words.PlanLostOffPlan, losses.OffPlan),
        ];
        return string.Join(" · ", all.Where(one => one.Hours > 0).Select(one => Phrase.With(one.Text, one.Hours)));
    }

    /// <summary>How far it is, and where the hours went, as one sentence.</summary>
    public static string Summary(PlanProgress progress) =>
        Losses(progress.Losses) is { Length: > 0 } losses
            ? Phrase.With(Words.CorrectionSummary, Phrase.Sentence(Lag(progress)), losses)
            : Phrase.Sentence(Lag(progress));

    public static string Counts(IReadOnlyCollection<PlanTopic> topics) =>
        Phrase.With(Words.PlanCounts, topics.Count, topics.Sum(topic => topic.Hours));

    public static string Days(IReadOnlyList<DateOnly> days) =>
        days.Count <= MostDays ? string.Join(", ", days.Select(Day)) : $"{Day(days[0])} – {Day(days[^1])}";

    public static string Day(DateOnly day) => day.ToString("dd.MM", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM, H:mm", CultureInfo.CurrentCulture);

    public static string Cause(CorrectionCause cause) =>
        cause switch
        {
            CorrectionCause.Cancelled => Words.CorrectionCancelled,
            CorrectionCause.Moved => Words.CorrectionMoved,
            CorrectionCause.Covered => Words.CorrectionCovered,
            CorrectionCause.OffPlan => Words.CorrectionOffPlan,
            CorrectionCause.Reordered => Words.CorrectionReordered,
            _ => Words.CorrectionNoLesson,
        };

    public static string Field(PlanField field) =>
        field switch
        {
            PlanField.Number => Words.PlanFieldNumber,
            PlanField.Section => Words.PlanSection,
            PlanField.Topic => Words.PlanTopic,
            PlanField.Hours => Words.PlanHours,
            PlanField.Homework => Words.LessonsHomework,
            PlanField.Work => Words.PlanWork,
            PlanField.ControlHours => Words.PlanFieldControl,
            PlanField.PracticeHours => Words.PlanFieldPractice,
            _ => Words.PlanFieldPart,
        };

    public static string Separator(char separator) =>
        separator switch
        {
            ';' => Words.PlanSemicolon,
            ',' => Words.PlanComma,
            _ => Words.PlanTab,
        };

    /// <summary>What is wrong or doubtful in a row of a file, without the row.</summary>
    public static string Finding(PlanFinding finding) =>
        Phrase.With(
            finding.Kind switch
            {
                PlanFindingKind.TopicMissing => Words.FindingTopicMissing,
                PlanFindingKind.TopicTooLong => Words.FindingTopicTooLong,
                PlanFindingKind.TextTooLong => Words.FindingTextTooLong,
                PlanFindingKind.TextUnreadable => Words.FindingTextUnreadable,
                PlanFindingKind.HoursNotANumber => Words.FindingHoursNotANumber,
                PlanFindingKind.HoursOutOfRange => Words.FindingHoursOutOfRange,
                PlanFindingKind.TooManyTopics => Words.FindingTooManyTopics,
                PlanFindingKind.HoursMissing => Words.FindingHoursMissing,
                PlanFindingKind.NumberingGap => Words.FindingNumberingGap,
                PlanFindingKind.TotalDiffers => Words.FindingTotalDiffers,
                PlanFindingKind.TotalInTopic => Words.FindingTotalInTopic,
                _ => Words.FindingFormula,
            },
            finding.Found ?? 0,
            finding.Expected ?? 0
        );

    public static string Change(PlanChange change) =>
        change.Kind switch
        {
            PlanChangeKind.Added => Phrase.With(Words.PlanChangeAdded, change.IsNumber!),
            PlanChangeKind.Removed => Phrase.With(Words.PlanChangeRemoved, change.WasNumber!),
            PlanChangeKind.Moved => Phrase.With(Words.PlanChangeMoved, change.WasNumber!, change.IsNumber!),
            _ => Phrase.With(Words.PlanChangeChanged, change.IsNumber!),
        };

    /// <summary>Everything a topic has beside its words, to compare two of them.</summary>
    public static string Rest(PlanTopic topic) =>
        string.Join(
            " · ",
            new[]
            {
                Phrase.With(Words.PlanHoursShort, topic.Hours),
                topic.Section,
                topic.Homework?.ReplaceLineEndings(" "),
                topic.Work,
            }.OfType<string>()
        );
}
