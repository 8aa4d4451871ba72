using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Web.Live;
using Journal.Web.Shell;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Journal.Web.Register;

/// <summary>
/// The open spread of a journal page: marks on the left, lessons on the right. What is typed goes from the browser to the edits endpoint, not
/// through here; here what became of it, and of everybody else's typing, is shown.
/// </summary>
public sealed partial class Spread : LiveComponent
{
    /// <summary>Flashes are for whoever looks. While that many are unanswered the line is down or slow, and the marks alone tell what has changed.</summary>
    private const int MostFlashes = 16;

    // Without a limit, an answer lost with the line would be waited for as long as the page is open.
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(20);

    private ElementReference _root;
    private GridView? _view;
    private bool _mayEdit;

    // A substitute's lessons, as the script reads them.
    private string? _only;
    private IReadOnlyList<CrewMember> _crew = [];
    private StudentId? _sum;
    private SumCard? _card;
    private bool _place;
    private int? _stoodIn;
    private Presence.Visitor? _visitor;
    private DotNetObjectReference<Spread>? _server;
    private IJSObjectReference? _grid;
    private int _flashing;

    [Parameter, EditorRequired]
    public PageId Page { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    /// <summary>In whose row one stands at first: somebody was looked for.</summary>
    [Parameter]
    public int? Student { get; set; }

    [CascadingParameter]
    public required Visit Visit { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required GridViews Views { get; set; }

    [Inject]
    public required Presence Presence { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    private string Title => _view is { } view ? PageTitleText.Of(view) : Words.Error404Title;

    private RuleWords Written => GridWords.Of(_view!.Page.Rules);

    public override async ValueTask DisposeAsync()
    {
        _visitor?.Dispose();
        if (_grid is not null)
            await Quietly(_grid.InvokeVoidAsync("dispose", CancellationToken.None));
        _server?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>From the browser: the average's button, or the cell's menu.</summary>
    [JSInvokable]
    public void ShowSum(int student)
    {
        (_sum, _place) = (new StudentId(student), true);
        StateHasChanged();
    }

    /// <summary>From the browser: where this person stands now.</summary>
    [JSInvokable]
    public void StandAt(int student, int? work, int lesson) =>
        _visitor?.StandAt(new Standing(new StudentId(student), work is { } column ? new WorkId(column) : null, new LessonId(lesson)));

    [JSInvokable]
    public Task ChangeWork(int work) => OpenWork(new WorkId(work));

    [JSInvokable]
    public Task AddWork(int lesson) => OpenWork(null, new LessonId(lesson));

    protected override void OnInitialized() => Read();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _view is { } view)
        {
            // What the school decides, its windows above all, opens and closes cells.
            Follow(Me, new Interest(Audience.Of(Page.Course), WithSchool: true), view.Page.Seq);
            _visitor = Presence.Enter(Page, Me, _mayEdit);
            _ = Watch(_visitor);
            _server = DotNetObjectReference.Create(this);
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", Closing, "./grid.js");
            _grid = await module.InvokeAsync<IJSObjectReference>("open", Closing, _root, _server);
            _stoodIn = Student;
        }

        if (Student is { } looked && _stoodIn != looked && _grid is not null)
        {
            _stoodIn = looked;
            await Quietly(_grid.InvokeVoidAsync("standIn", Answer, looked));
        }

        if (_place && _card is not null && _grid is not null)
        {
            _place = false;
            await Quietly(_grid.InvokeVoidAsync("placePop", Answer, _card.Element, _sum!.Value.Value));
        }
    }

    protected override async Task Heard(IReadOnlyList<Told> told)
    {
        Read();
        StateHasChanged();
        if (_view is not { } view || _grid is null)
            return;

        var changes = told.OfType<ToldChange>().Select(one => one.Change).Where(change => change.By != Me.Value).ToArray();
        if (Flash.Of(changes, view, _crew, Clock.Zone) is { Count: > 0 } flashes)
            await Show(_grid, flashes);
    }

    protected override Task Ended()
    {
        _view = null;
        StateHasChanged();
        return Task.CompletedTask;
    }

    // One page object for the lane and all who watch: reading it again costs no query.
    private void Read()
    {
        var page = Readings.Page(Me, Page.Course, Page.Term);
        _view = page is null ? null : Views.Of(page);
        _mayEdit = page is not null && Readings.MayEdit(Me, page);
        _only =
            _mayEdit && Readings.GivenOnly(Me, page!) is { } given ? string.Join(' ', given.Select(lesson => lesson.Value).Order()) : null;
    }

    private async Task Show(IJSObjectReference grid, IReadOnlyList<CellFlash> flashes)
    {
        if (_flashing == MostFlashes)
            return;

        _flashing++;
        await Quietly(grid.InvokeVoidAsync("changed", Answer, GridJson.Of(flashes)));
        _flashing--;
    }

    private async Task Watch(Presence.Visitor visitor)
    {
        try
        {
            await foreach (var others in visitor.Others(Closing))
                await InvokeAsync(() => Show(others));
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
    }

    private async Task Show(IReadOnlyList<Present> others)
    {
        if (_view is not { } view)
            return;

        _crew = Crew.Of(others, Me, view.Roster);
        StateHasChanged();
        if (_grid is not null)
            await Quietly(_grid.InvokeVoidAsync("present", Answer, GridJson.Of(Crew.Standing(others, _crew))));
    }

    private async Task CloseSum()
    {
        _sum = null;
        if (_grid is not null)
            await Quietly(_grid.InvokeVoidAsync("focusCell", Answer));
    }

    private Task OpenWork(WorkId? work, LessonId? lesson = null) =>
        _view is { } view && _mayEdit ? WorkDialog.Open(Dialogs, view, Me, work, lesson) : Task.CompletedTask;
}
