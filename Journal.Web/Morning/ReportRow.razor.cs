using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.Courses.Storage;
using Journal.Web.MyClass;
using Journal.Web.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Morning;

/// <summary>One report: whose it is, its lines, and «Принято» with an answer.</summary>
public sealed partial class ReportRow : ComponentBase
{
    private const int FewLines = 6;

    private string _answer = "";
    private bool _busy;

    [Parameter, EditorRequired]
    public required ReportCard Report { get; set; }

    [Parameter]
    public EventCallback<SettleReport> Settle { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    private string ClassName => Rosters.Current.Classes[Report.Class].Name;

    private string Signed =>
        Phrase.With(
            Words.ReportSigned,
            ShortName.Of(Rosters.Current, Report.Made.By),
            Clock.DayOf(Report.Made.At),
            Clock.TimeOf(Report.Made.At)
        );

    private ImmutableArray<OmissionGroup> Groups =>
        OmissionGroup.Of(
            Rosters.Current,
            Report.Class,
            Report.Lines.Select(line => (new OmissionLine(line), Omissions.Owing(Rosters.Current, line)))
        );

    private async Task Send()
    {
        if (_busy)
            return;

        _busy = true;
        await Settle.InvokeAsync(new SettleReport(Report.Id, _answer));
        _busy = false;
    }
}
