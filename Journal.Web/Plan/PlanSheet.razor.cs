using System.Collections.Immutable;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;
using Journal.Web.Live;
using Journal.Web.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace Journal.Web.Plan;

/// <summary>
/// The open lesson plan. What is edited stays here until it is saved; what others write into the plan or record in lessons appears meanwhile, and
/// never in place of what is being edited.
/// </summary>
public sealed partial class PlanSheet : LiveComponent
{
    // Heard by the same audience, and nothing to a plan.
    private static readonly HashSet<string> Beside = new(StringComparer.Ordinal)
    {
        RegisterKinds.MarkSet,
        RegisterKinds.MarkShown,
        RegisterKinds.AttendanceSet,
        RegisterKinds.AbsenceShown,
    };

    private ElementReference _root;
    private LessonPlan? _plan;
    private ImmutableArray<CourseLesson> _lessons = [];
    private PlanHistory? _history;
    private ImmutableArray<PlanChange> _since = [];
    private IReadOnlyList<ParallelPlan> _parallel = [];
    private PlanDraft? _draft;
    private PlanBoard? _board;
    private PlanPanel _panel;
    private PlanOffer? _offer;
    private ImmutableArray<PlanTopic>? _sent;
    private int? _open;
    private int? _tried;
    private int? _focus;
    private string? _trouble;
    private string? _said;
    private bool _busy;
    private int _readings;
    private long _seq;
    private DotNetObjectReference<PlanSheet>? _server;
    private IJSObjectReference? _keys;

    [Parameter, EditorRequired]
    public CourseId Course { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required JournalPages Pages { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    private PlanBoard Board => _board ??= PlanBoard.Of(_draft!, _lessons, Clock.Today);

    private string Title => PlanPaper.Title(Rosters.Current, Course);

    private bool MayWrite => Rosters.Current.MayWritePlan(Me, Course, Clock.Today);

    private bool MayApprove => Rosters.Current.MayApprovePlans(Me, Clock.Today);

    // Somebody wrote another plan while this one was being edited.
    private bool IsBehind => _draft!.Seen.Stamp != _plan!.Stamp;

    private bool HasFormer => _plan!.Stamp.Version > 0 && !_history!.Before(_plan.Stamp.Version).SequenceEqual(_plan.Topics);

    private bool HasCorrections => !CorrectionSheet.Of(Board.Calendar).IsEmpty;

    private string? StateText =>
        _plan!.Approval is { } approval ? Phrase.With(Words.PlanApprovedBy, Name(approval.By), Moment(approval.At))
        : !_plan.Topics.IsEmpty ? Phrase.With(Words.PlanWrittenBy, Name(_plan.Stamp.By), Moment(_plan.Stamp.At))
        : null;

    public override async ValueTask DisposeAsync()
    {
        if (_keys is not null)
            await Quietly(_keys.InvokeVoidAsync("dispose", CancellationToken.None));
        _server?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>From the browser: Alt with an arrow.</summary>
    [JSInvokable]
    public void MoveFromKey(int key, int places)
    {
        Move((key, places));
        StateHasChanged();
    }

    /// <summary>From the browser: dragged to where another topic stands.</summary>
    [JSInvokable]
    public void Drop(int key, int place)
    {
        Edited(draft => draft.MoveTo(key, place));
        StateHasChanged();
    }

    /// <summary>From the browser: Ctrl with S.</summary>
    [JSInvokable]
    public async Task SaveFromKey()
    {
        await Save();
        StateHasChanged();
    }

    /// <summary>From the browser: Escape.</summary>
    [JSInvokable]
    public void CloseFromKey()
    {
        CloseRow();
        StateHasChanged();
    }

    protected override async Task OnInitializedAsync()
    {
        _seq = Pages.Head;
        await Read();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Follow(Me, new Interest(Audience.Of(Course), WithSchool: true), _seq);
            _server = DotNetObjectReference.Create(this);
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", Closing, "./plan.js");
            _keys = await module.InvokeAsync<IJSObjectReference>("open", Closing, _root, _server);
        }

        if (_focus is { } key && _keys is not null)
        {
            _focus = null;
            await Quietly(_keys.InvokeVoidAsync("focusRow", Closing, key));
        }
    }

    protected override async Task Heard(IReadOnlyList<Told> told)
    {
        if (told.All(one => one is ToldChange { Change.Kind: var kind } && Beside.Contains(kind)))
            return;

        await Read();
        StateHasChanged();
    }

    protected override Task Ended()
    {
        _plan = null;
        StateHasChanged();
        return Task.CompletedTask;
    }

    // Several may be under way; what the last one finds is what counts.
    private async Task Read()
    {
        var mine = ++_readings;
        var plan = await Readings.Plan(Me, Course, Closing);
        var calendar = await Readings.PlanCalendar(Me, Course, Closing);
        // Of a lesson that was recorded the plan's past knows nothing.
        var isSame = _plan is { } known && known.Stamp == plan?.Stamp && known.Approval == plan.Approval;
        var history = isSame ? _history : await Readings.PlanHistory(Me, Course, Closing);
        if (mine != _readings)
            return;

        (_plan, _history) = (plan, history);
        _lessons = calendar is null ? [] : [.. calendar.Lessons.Select(one => one.Lesson)];
        _since = plan?.State is PlanState.ChangedSinceApproval ? history!.SinceApproval() : [];
        if (plan is not null)
            Take(plan);
    }

    private void Take(LessonPlan plan)
    {
        _board = null;
        var isOwn = _sent is { } sent && plan.Topics.SequenceEqual(sent);
        if (isOwn && _draft is { } typed && !typed.Topics.SequenceEqual(_sent!.Value))
            // Typed on while it was being written.
            typed.WriteOver(plan);
        else if (_draft is null || isOwn || (_draft.Seen.Stamp != plan.Stamp && !_draft.IsChanged && _open is null))
            Begin(plan);
        if (isOwn)
            _sent = null;
    }

    private void Begin(LessonPlan plan)
    {
        _draft = new PlanDraft(plan);
        (_board, _open, _tried) = (null, null, null);
    }

    private async Task<bool> Submit(Command command, string said)
    {
        (_busy, _trouble, _said) = (true, null, null);
        var answer = await Writer.Submit(command, new Actor(Me), Closing);
        _busy = false;
        if (answer is Refused refused)
        {
            // Who was quicker is said above the plan, with the choice.
            _trouble = refused.Why is PlanConflict && _draft!.IsChanged ? null : RefusalText.For(refused.Why);
            _sent = null;
        }
        else
        {
            _said = said;
        }

        await Read();
        return answer is not Refused;
    }

    private string Name(PersonId person) => ShortName.Of(Rosters.Current, person);

    private string Moment(DateTimeOffset at) => PlanText.Moment(at, Clock.Zone);

    private async Task Leave(LocationChangingContext going)
    {
        var stays = Navigation.ToAbsoluteUri(going.TargetLocation).AbsolutePath == new Uri(Navigation.Uri).AbsolutePath;
        if (!stays && _draft is { IsChanged: true } && !await Js.InvokeAsync<bool>("confirm", Closing, Words.PlanLeave))
            going.PreventNavigation();
    }
}
