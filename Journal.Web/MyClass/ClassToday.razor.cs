using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Register.Storage;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Journal.Web.MyClass;

/// <summary>The class's running day, live: who is in which lesson, whose absence nobody has explained, the marks as they appear.</summary>
public sealed partial class ClassToday : ComponentBase, IDisposable
{
    private DayBoard? _board;
    private long _seq;
    private ITimer? _minute;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public ClassId Class { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required JournalPages Pages { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    private int? Running
    {
        get
        {
            var now = Clock.TimeOf(Clock.Now);
            for (var i = 0; i < _board!.Columns.Length; i++)
            {
                if (_board.Columns[i].Bell is { } bell && bell.Starts <= now && now < bell.Ends)
                    return i;
            }

            return null;
        }
    }

    private string Summary
    {
        get
        {
            var day = Phrase.Sentence(_board!.Day.Date.ToString(Words.DayFormat, CultureInfo.CurrentCulture));
            if (Running is not { } column)
                return day;

            var running = Phrase.With(Words.TodayRunning, _board.Columns[column].Number);
            return _board.PresentIn(column) is { } present
                ? $"{day} · {running} · {Phrase.With(Words.TodayPresent, present, _board.Rows.Count(row => row.Cells[column].Presence is not DayPresence.None))}"
                : $"{day} · {running}";
        }
    }

    public void Dispose() => _minute?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _seq = Pages.Head;
        await Read();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _minute = Clock.Time.CreateTimer(_ => _ = InvokeAsync(Tick), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    private async Task Read()
    {
        var day = await Readings.ClassDay(Me, Class);
        _board = day is null ? null : DayBoard.Of(day, Rosters.Current, Clock, _board);
    }

    private async Task Tick()
    {
        if (_board?.Day.Date != Clock.Today)
            await Read();
        StateHasChanged();
    }

    private async Task Explain(StudentId student)
    {
        if (_board is not { } board)
            return;

        await ReasonDialog.Open(Dialogs, Me, student, Rosters.Current, [.. board.Day.Absences.Where(one => one.Student == student)]);
        await Read();
    }
}
