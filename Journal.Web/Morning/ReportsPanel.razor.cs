using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.Control.Storage;
using Journal.Core.Writing;
using Journal.Web.Live;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Morning;

/// <summary>What class teachers have reported as not recorded and nobody has answered, live; nothing when there is none.</summary>
public sealed partial class ReportsPanel : ComponentBase, IDisposable
{
    private readonly Aside _reports;
    private OpenReports? _open;
    private PersonId _of;
    private string? _trouble;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required ReportWatch Watch { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    public ReportsPanel() => _reports = new(() => InvokeAsync(Again));

    public void Dispose() => Watch.Changed -= _reports.Told;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Watch.Changed += _reports.Told;
    }

    // The page around is drawn with every roll that is taken; these change by themselves.
    protected override async Task OnParametersSetAsync()
    {
        if (_of == Me)
            return;

        _of = Me;
        await Read();
    }

    private async Task Read() => _open = await Readings.Reports(Me);

    private async Task Again()
    {
        await Read();
        StateHasChanged();
    }

    private async Task Settle(SettleReport command)
    {
        var answer = await Writer.Submit(command, new Actor(Me));
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        await Read();
    }
}
