using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Homework;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.School;
using Journal.Web.Live;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Homework;

/// <summary>
/// The homework of a lesson: its tasks, the one that is being written, and beside it what the students have to do for that day in all subjects, live.
/// </summary>
public sealed partial class HomeworkDesk : LiveComponent
{
    // Colleagues set homework at the end of the same hour: one reading for all that came meanwhile.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private HomeworkCard? _card;
    private HomeworkDraft? _draft;
    private SetHomework? _before;
    private IReadOnlyList<DayLoad> _week = [];
    private ITimer? _soon;
    private int _waiting;

    [Parameter, EditorRequired]
    public LessonId Lesson { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required HomeworkWatch Watch { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    private bool IsOpen => _card is { MayWrite: true, Closed: null };

    private string Group => Rosters.Current.Groups[Rosters.Current.Courses[_card!.Page.Id.Course].Group].Name;

    private string Subject => Rosters.Current.Subjects[Rosters.Current.Courses[_card!.Page.Id.Course].Subject].Name;

    private string Subtitle
    {
        get
        {
            var day = Phrase.With(Words.HomeworkLesson, _card!.Lesson.Date.ToString(Words.DayFormat, CultureInfo.CurrentCulture));
            return _card.Lesson.Topic is { } topic ? $"{day} · {topic}" : day;
        }
    }

    private IEnumerable<PageTask> Some => _card!.Page.Shape.TasksOf(Lesson).Where(one => one.Task is { IsForSome: true, Text: not null });

    /// <summary>The day the task would be for.</summary>
    private DateOnly? DueDay => _draft!.Due ?? _card!.Next.Select(next => (DateOnly?)next.Date).FirstOrDefault();

    private DayLoad? LoadDay => DueDay is { } due ? _week.FirstOrDefault(day => day.Date == due) ?? new DayLoad(due, []) : null;

    // What is empty weighs nothing.
    private LoadTask? Mine =>
        string.IsNullOrWhiteSpace(_draft!.Text)
            ? null
            : _draft.Load(_card!.Page.Students.Keys.Where(one => _card.Page.ClassOn(_card.Lesson, one) is not null));

    public override async ValueTask DisposeAsync()
    {
        Watch.Changed -= ColleagueSet;
        if (_soon is not null)
            await _soon.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        await Read();
        if (_card is { } card)
            _draft = HomeworkDraft.Own(card);
        Weigh();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (!firstRender || _card is not { } card)
            return;

        Follow(Me, new Interest(Audience.Of(card.Page.Id.Course), WithSchool: true), card.Page.Seq);
        _soon = Clock.Time.CreateTimer(_ => WeighSoon(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Watch.Changed += ColleagueSet;
    }

    // What is being written stays; what it is compared with when it is published was read when it was begun.
    protected override async Task Heard(IReadOnlyList<Told> told)
    {
        await Read();
        if (_card is not null && _draft is { IsTouched: false } untouched && !untouched.IsAsRead(Fresh(untouched, 0)))
            Open(Fresh(untouched, 0));
        StateHasChanged();
    }

    protected override Task Ended()
    {
        _card = null;
        StateHasChanged();
        return Task.CompletedTask;
    }

    private async Task Read() => _card = await Readings.Homework(Me, Lesson, Closing);

    private void Open(HomeworkDraft draft)
    {
        (_draft, _before) = (draft, null);
        Weigh();
    }

    private void Discarded()
    {
        if (_card is not null)
            Open(Fresh(_draft!, 0));
    }

    private void Weigh()
    {
        if (_card is null || _draft is null || DueDay is not { } due)
        {
            _week = [];
            return;
        }

        var monday = SchoolCalendar.MondayOf(due);
        var students = _draft.IsForSome && _draft.Students.Count > 0 ? _draft.Students : null;
        _week = Readings.HomeworkLoad(Me, Lesson, students, monday, monday.AddDays(5)) ?? [];
    }

    private void MoveTo(DateOnly date)
    {
        _draft!.Due = date;
        Weigh();
    }

    private async Task Recorded(HomeworkDone done)
    {
        await Read();
        if (_card is null)
            return;

        var now = Fresh(done.Draft, done.Seq);
        Open(now);
        _before = now.IsForSome == done.Draft.IsForSome ? done.Draft.Undo(done.Over, now) : null;
    }

    // The same task as it is recorded now; of one that was withdrawn nothing is left to be written.
    private HomeworkDraft Fresh(HomeworkDraft draft, long recorded)
    {
        if (!draft.IsForSome)
            return HomeworkDraft.Own(_card!);

        var known = draft.Known is { } former
            ? Some.FirstOrDefault(one => one.Task.Id == former.Task.Id)
            : Some.FirstOrDefault(one => one.Stamp.Version == recorded);
        return known is not null ? HomeworkDraft.Of(_card!, known)
            : draft.Known is null && recorded == 0 ? HomeworkDraft.New(_card!)
            : HomeworkDraft.Own(_card!);
    }

    private string Whose(PageTask task) =>
        task.Students.Length == 1
            ? Rosters.Current.NameOf(task.Students[0].Person)
            : Phrase.With(Words.HomeworkForCount, task.Students.Length);

    private static string Pressed(bool pressed) => pressed ? "true" : "false";

    // Raised on the lane, which waits for nobody.
    private void ColleagueSet(object? sender, EventArgs e)
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
            _soon?.Change(Pace, Timeout.InfiniteTimeSpan);
    }

    private void WeighSoon()
    {
        Volatile.Write(ref _waiting, 0);
        _ = InvokeAsync(() =>
        {
            Weigh();
            StateHasChanged();
        });
    }
}
