using System.Collections.Immutable;
using Journal.Core.Lessons;

namespace Journal.Core.Import;

/// <summary>A topic as the file has it.</summary>
/// <param name="Row">The number of its row in the file.</param>
/// <param name="Number">As it was numbered there, if it was.</param>
/// <param name="IsFit">Whether it may stand in a plan as it is.</param>
public sealed record PlanImportRow(int Row, int? Number, PlanTopic Topic, bool IsFit);

/// <summary>One plan of the file: a file of a publisher has those of several classes.</summary>
/// <param name="Name">What tells it from the others: subject, class, variant; empty where it is the only one.</param>
/// <param name="Declared">The hours that the file itself says it has.</param>
public sealed record PlanPart(string Name, ImmutableArray<PlanImportRow> Rows, ImmutableArray<PlanFinding> Findings, int? Declared)
{
    public int Hours => Rows.Where(row => row.IsFit).Sum(row => row.Topic.Hours);

    public bool HasErrors => Findings.Any(finding => finding.IsError);

    /// <summary>What would become the plan: every fit row, or those of them that were accepted by the number of their row.</summary>
    public ImmutableArray<PlanTopic> Topics(IReadOnlySet<int>? accepted = null) =>
        [.. Rows.Where(row => row.IsFit && accepted?.Contains(row.Row) != false).Select(row => row.Topic)];
}

/// <summary>A part of a plan that a column of a file can hold.</summary>
public enum PlanField
{
    Number = 1,
    Section,
    Topic,
    Hours,
    Homework,
    Work,

    /// <summary>Hours of control works among the hours.</summary>
    ControlHours,
    PracticeHours,

    /// <summary>What tells several plans of one file apart.</summary>
    Part,
}

/// <summary>A column that was found, by its heading.</summary>
public sealed record PlanColumn(PlanField Field, string Heading);

/// <summary>What an import would bring. Nothing is written by it.</summary>
/// <param name="IgnoredColumns">Headings that a plan has no place for.</param>
public sealed record PlanDryRun(ImmutableArray<PlanPart> Parts, ImmutableArray<string> IgnoredColumns)
{
    public ImmutableArray<PlanColumn> Columns { get; init; } = [];

    /// <summary>How a text file was understood; null for a workbook.</summary>
    public TextForm? Form { get; init; }
}
