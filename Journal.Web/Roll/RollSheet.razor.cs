using System.Globalization;
using System.Text.Json;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Live;
using Journal.Core.Notices;
using Journal.Core.Notices.Storage;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Web.Live;
using Journal.Web.Remarks;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Journal.Web.Roll;

/// <summary>
/// The open roll of a lesson: big rows for a touch screen. What is pressed goes from the browser through the outbox to the edits endpoint; here
/// what became of it, and of everybody else's, is shown.
/// </summary>
public sealed partial class RollSheet : LiveComponent
{
    private readonly Aside _guardians;
    private ElementReference _root;
    private RollView? _view;
    private IReadOnlyDictionary<StudentId, string> _before = new Dictionary<StudentId, string>();
    private IReadOnlyList<ToldAbsence> _told = [];
    private ITimer? _opening;
    private DotNetObjectReference<RollSheet>? _server;
    private IJSObjectReference? _roll;

    [Parameter, EditorRequired]
    public LessonId Lesson { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required RollViews Views { get; set; }

    [Inject]
    public required NoticeWatch Notices { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    private string? Bell => _view!.Card.Bell?.Starts.ToString("H:mm", CultureInfo.InvariantCulture);

    private string Subtitle
    {
        get
        {
            var (card, subject) = (_view!.Card, _view.Subject);
            var lesson = Phrase.With(Words.RollLesson, subject, card.Lesson.Number);
            var day = card.Lesson.Date == Clock.Today ? "" : card.Lesson.Date.ToString(Words.DayFormat, CultureInfo.CurrentCulture) + ", ";
            return card.Bell is { } bell
                ? string.Create(CultureInfo.InvariantCulture, $"{day}{lesson}, {bell.Starts:H:mm}–{bell.Ends:H:mm}")
                : day + lesson;
        }
    }

    private bool MayRemark => _view is { Card: { MayTake: true, Lesson.Date: var date } } && date <= Clock.Today;

    private bool IsOpen => _view is { Card.MayTake: true } && Closed is null;

    public RollSheet() => _guardians = new(() => InvokeAsync(GuardianTold));

    /// <summary>Why nobody may write into it now.</summary>
    private string? Closed =>
        _view!.OpensAt is { } opens ? RefusalText.For(new RollTooEarly(opens))
        : _view.Card.Page.MayWrite(_view.Card.Lesson, Clock.Today) is { } closed ? RefusalText.For(closed)
        : null;

    public override async ValueTask DisposeAsync()
    {
        Notices.Changed -= _guardians.Told;
        if (_opening is not null)
            await _opening.DisposeAsync();
        if (_roll is not null)
            await Quietly(_roll.InvokeVoidAsync("dispose", CancellationToken.None));
        _server?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>From the browser: what the lesson before says by now.</summary>
    [JSInvokable]
    public async Task<string> Earlier()
    {
        await ReadEarlier();
        return JsonSerializer.Serialize(_before.Select(one => new { student = one.Key.Value, value = one.Value }));
    }

    /// <summary>From the browser: the small form of a remark.</summary>
    [JSInvokable]
    public async Task Remark(int student)
    {
        if (!MayRemark || _view is not { } view)
            return;

        var says = Phrase.With(Words.RemarkWhere, view.Subject, view.Card.Lesson.Date, view.Card.Lesson.Number);
        var place = RemarkPlace.In(view.Card.Page.Id.Course, Lesson, says);
        await RemarkDialog.Open(Dialogs, Me, Rosters.Current, place, [new StudentId(student)]);
    }

    protected override async Task OnInitializedAsync()
    {
        // Known before the first rendering, which begins to listen.
        Read();
        _told = await Readings.ToldAbsences(Me, Lesson, Closing) ?? [];
        Read();
        await ReadEarlier();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || _view is not { } view)
            return;

        Follow(Me, new Interest(Audience.Of(view.Card.Page.Id.Course), WithSchool: true), view.Card.Page.Seq);
        Notices.Changed += _guardians.Told;
        OpenInTime(view);
        _server = DotNetObjectReference.Create(this);
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", Closing, "./roll.js");
        _roll = await module.InvokeAsync<IJSObjectReference>("open", Closing, _root, _server);
    }

    protected override Task Heard(IReadOnlyList<Told> told)
    {
        Read();
        StateHasChanged();
        return Task.CompletedTask;
    }

    protected override Task Ended()
    {
        _view = null;
        StateHasChanged();
        return Task.CompletedTask;
    }

    private void Read() => _view = Readings.Roll(Me, Lesson) is { } card ? Views.Of(card, Rosters.Current, Me, _told, _view) : null;

    // A guardian tells while the roll is open.
    private async Task GuardianTold()
    {
        if (Closing.IsCancellationRequested)
            return;

        _told = await Readings.ToldAbsences(Me, Lesson, Closing) ?? [];
        await Heard([]);
    }

    private async Task ReadEarlier()
    {
        if (_view is not { } view || await Readings.EarlierAbsences(Me, Lesson, Closing) is not { } earlier)
            return;

        _before = earlier.ToDictionary(one => one.Key, one => TypedAttendance.Text(one.Value, view.Card.Page.Rules.Codes));
    }

    // Ten minutes before the bell the page opens by itself.
    private void OpenInTime(RollView view)
    {
        if (view.OpensAt is not { } opens)
            return;

        var wait = Clock.MomentOf(view.Card.Lesson.Date, opens) - Clock.Now;
        _opening = Clock.Time.CreateTimer(_ => _ = InvokeAsync(() => Heard([])), null, wait, Timeout.InfiniteTimeSpan);
    }

    private long? Rings(Func<Bell, TimeOnly> when) =>
        _view!.Card is { Bell: { } bell, Lesson.Date: var date } ? Clock.MomentOf(date, when(bell)).ToUnixTimeMilliseconds() : null;
}
