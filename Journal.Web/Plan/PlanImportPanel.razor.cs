using System.Collections.Immutable;
using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Import;
using Journal.Core.Lessons;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace Journal.Web.Plan;

/// <summary>A plan out of a file: what was found in it, row by row. What it would make of the plan is offered, and nothing is written here.</summary>
public sealed partial class PlanImportPanel
{
    private const long MostBytes = TableLimits.MostMegabytes * 1024L * 1024;

    private PlanDryRun? _run;
    private PlanPart? _part;
    private string _name = "";
    private string? _trouble;
    private bool _reads;

    [Parameter, EditorRequired]
    public CourseId Course { get; set; }

    /// <summary>Null when there is nothing to be offered any more.</summary>
    [Parameter]
    public EventCallback<PlanOffer?> Offered { get; set; }

    [Parameter]
    public EventCallback Closed { get; set; }

    private int Fit => _part!.Rows.Count(row => row.IsFit);

    private string? Declared => _part!.Declared is { } hours ? Phrase.With(Words.PlanDeclared, hours, _part.Hours) : null;

    private string Columns => string.Join(", ", _run!.Columns.Select(Column));

    private static string Column(PlanColumn column)
    {
        var field = PlanText.Field(column.Field);
        return column.Heading.Length == 0 || column.Heading.Equals(field, StringComparison.OrdinalIgnoreCase)
            ? field
            : Phrase.With(Words.PlanColumn, field, column.Heading);
    }

    private string PartName(int place) => _run!.Parts[place].Name;

    private static string Where(PlanFinding finding) => finding.Row == 0 ? Words.PlanWhole : Phrase.With(Words.PlanFileRow, finding.Row);

    private async Task Choose(InputFileChangeEventArgs chosen)
    {
        (_run, _part, _trouble, _name) = (null, null, null, chosen.File.Name);
        await Offered.InvokeAsync(null);
        if (chosen.File.Size > MostBytes)
        {
            _trouble = RefusalText.For(new FileTooLarge(TableLimits.MostMegabytes));
            return;
        }

        _reads = true;
        StateHasChanged();
        var read = await Read(chosen.File);
        _reads = false;
        _trouble = read?.Refusal is { } refusal ? RefusalText.For(refusal) : _trouble;
        if (read?.Value is not { } run)
            return;

        _run = run;
        await Choose(run.Parts[0]);
    }

    private Task ChoosePart(object? place) =>
        int.TryParse(place as string, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _run!.Parts.Length
            ? Choose(_run.Parts[at])
            : Task.CompletedTask;

    private Task Choose(PlanPart part)
    {
        (_part, _trouble) = (part, null);
        var topics = part.Topics();
        if (LessonPlan.Wrong(topics) is { } wrong)
            _trouble = RefusalText.For(wrong);
        else if (!topics.IsEmpty)
            return Offered.InvokeAsync(Offer(part, topics));

        return Offered.InvokeAsync(null);
    }

    private PlanOffer Offer(PlanPart part, ImmutableArray<PlanTopic> topics)
    {
        var left = part.Rows.Length - topics.Length + part.Findings.Count(finding => finding.Kind is PlanFindingKind.TopicMissing);
        var title = Phrase.With(Words.PlanOfFile, part.Name.Length == 0 ? _name : $"{_name}, {part.Name}");
        return left == 0
            ? new(title, topics, Phrase.With(Words.PlanTakeAll, topics.Length))
            : new(title, topics, Phrase.With(Words.PlanTakeRight, topics.Length), Phrase.With(Words.PlanLeftOut, left));
    }

    // Away from the circuit's own thread: a large workbook takes a while.
    private async Task<Parsed<PlanDryRun>?> Read(IBrowserFile file)
    {
        try
        {
            await using var stream = file.OpenReadStream(MostBytes);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            return await Task.Run(() => PlanImport.Read(bytes.ToArray()));
        }
        catch (Exception gone) when (gone is IOException or JSException or TimeoutException)
        {
            // Taken away meanwhile, or the line broke in the middle of it.
            _trouble = Words.PlanFileUnread;
            return null;
        }
    }
}
