using System.Collections.Immutable;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.Courses.Storage;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;
using Journal.Web.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.MyClass;

/// <summary>«Не заполнено коллегами»: what is overdue in the journals of the class; the class teacher tells the deputy of it.</summary>
public sealed partial class OmissionsPanel : ComponentBase, IDisposable
{
    private const int AtFirst = 8;
    private const int MostAnswers = 3;

    // All courses of the class are gone through, during a lesson something of them is heard by the second, and what falls due does so in hours.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    private readonly HashSet<OmissionKey> _left = [];
    private HashSet<OmissionKey> _offered = [];
    private ClassOmissions? _owed;
    private long _seq;
    private ITimer? _soon;
    private bool _waits;
    private bool _choosing;
    private bool _all;
    private bool _busy;
    private string _note = "";
    private string? _trouble;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public required ClassDay Day { get; set; }

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

    private IEnumerable<OwedRecord> Shown => _all || _choosing ? _owed!.Lines : _owed!.Lines.Take(AtFirst);

    private int Hidden => _all || _choosing ? 0 : _owed!.Lines.Count - AtFirst;

    private int Untold => _owed!.Lines.Count(one => _owed.ReportOf(one.What.Key) is null);

    private IReadOnlyList<OmissionKey> Chosen =>
        [
            .. _owed!
                .Lines.Select(one => one.What.Key)
                .Where(key => _offered.Contains(key) && !_left.Contains(key) && _owed.ReportOf(key) is null),
        ];

    private ImmutableArray<OmissionGroup> Groups =>
        OmissionGroup.Of(
            Rosters.Current,
            Day.Class.Id,
            Shown.Select(one => (new OmissionLine(one.What, Told(one.What.Key)), one.Owing.AsEnumerable()))
        );

    // Of the courses of the day the board hears itself.
    private IEnumerable<CourseId> Others =>
        _owed!.Lines.Select(one => one.What.Key.Course).Distinct().Except(Day.Lessons.Select(lesson => lesson.Page.Id.Course));

    private IEnumerable<ReportCard> Answers =>
        _owed!.MayReport ? _owed.Reports.Where(report => report.Settled is not null).Take(MostAnswers) : [];

    public void Dispose() => _soon?.Dispose();

    // The day's board does not wait for it.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        _soon = Clock.Time.CreateTimer(_ => _ = InvokeAsync(Again), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await Read();
        StateHasChanged();
    }

    // What is heard of the class and its lessons comes with the board, and every minute something may fall due.
    protected override void OnParametersSet()
    {
        if (_owed is not null)
            Soon();
    }

    private void Soon()
    {
        if (_waits)
            return;

        _waits = true;
        _soon?.Change(Pace, Timeout.InfiniteTimeSpan);
    }

    private async Task Again()
    {
        _waits = false;
        await Read();
        StateHasChanged();
    }

    private async Task Read()
    {
        _seq = Pages.Head;
        _owed = await Readings.Omissions(Me, Day.Class.Id);
        if (_owed is null || Untold == 0)
            _choosing = false;
    }

    private void Choose()
    {
        (_choosing, _note, _trouble) = (true, "", null);
        _left.Clear();
        // What falls due from here on is told another time.
        _offered = [.. _owed!.Lines.Select(one => one.What.Key)];
    }

    private void Stop() => (_choosing, _trouble) = (false, null);

    private void Turn(OmissionKey key)
    {
        if (!_left.Remove(key))
            _left.Add(key);
    }

    private async Task Send()
    {
        if (_busy)
            return;

        _busy = true;
        var answer = await Writer.Submit(new ReportOmissions(Day.Class.Id, Chosen, _note), new Actor(Me));
        _busy = false;
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        _choosing = _trouble is not null;
        await Read();
    }

    private string? Told(OmissionKey key) =>
        _owed!.ReportOf(key) is { } report
            ? Phrase.With(Words.OmissionsReported, Clock.DayOf(report.Made.At), Clock.TimeOf(report.Made.At))
            : null;

    private string Settled(ReportCard report) =>
        Phrase.With(
            Words.OmissionsAnswered,
            Clock.DayOf(report.Made.At),
            ShortName.Of(Rosters.Current, report.Settled!.By),
            Clock.DayOf(report.Settled.At),
            Clock.TimeOf(report.Settled.At)
        );
}
