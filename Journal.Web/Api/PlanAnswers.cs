using Journal.Core.Import;
using Journal.Core.Lessons;

namespace Journal.Web.Api;

/// <summary>A lesson plan, and what an import would bring, as a program reads them.</summary>
internal static class PlanAnswers
{
    public static PlanAnswer Of(LessonPlan plan) =>
        new(
            [.. plan.Topics.Select(topic => topic.Topic)],
            [.. plan.Topics.Select(Line)],
            plan.Hours,
            MeApi.Lower(plan.State.ToString()),
            plan.Stamp.Version
        )
        {
            By = plan.Stamp.Version == 0 ? null : plan.Stamp.By.Value,
            At = plan.Stamp.Version == 0 ? null : plan.Stamp.At,
            ApprovedVersion = plan.Approval?.Version,
            ApprovedBy = plan.Approval?.By.Value,
            ApprovedAt = plan.Approval?.At,
        };

    public static DryRunAnswer Of(PlanDryRun run) => new([.. run.Parts.Select(Part)], run.IgnoredColumns);

    private static DryRunPartAnswer Part(PlanPart part) =>
        new(
            part.Name,
            part.Hours,
            part.Declared,
            [.. part.Rows.Select(row => new DryRunRowAnswer(row.Row, row.Number, row.IsFit, Line(row.Topic)))],
            [.. part.Findings.Select(Finding)]
        );

    private static FindingAnswer Finding(PlanFinding finding) =>
        new(finding.Row, finding.IsError ? "error" : "warning", MeApi.Lower(finding.Kind.ToString()), finding.Found, finding.Expected);

    private static PlanLineAnswer Line(PlanTopic topic) => new(topic.Topic, topic.Hours, topic.Section, topic.Homework, topic.Work);
}
