using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Journal.Web.Register;

/// <summary>Adds a column to a lesson, changes it, moves it to another lesson, removes it; a removed one can be brought back at once.</summary>
public sealed partial class WorkDialog
{
    private LessonId _lesson;
    private WorkTypeId _type;
    private decimal _weight;
    private string? _title;
    private DateTime? _due;
    private bool _afterChecking;
    private string? _trouble;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required GridView View { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    /// <summary>Null adds a new column.</summary>
    [Parameter]
    public PageWork? Column { get; set; }

    [Parameter]
    public LessonId? Under { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    private Work? Work => Column?.Work;

    private IEnumerable<WorkType> Types => View.Roster.WorkTypes.Values.OrderBy(type => type.Id.Value);

    private IEnumerable<Lesson> Lessons =>
        View.Page.Shape.Lessons.Where(lesson => lesson.Status is not (LessonStatus.Cancelled or LessonStatus.Moved));

    public static async Task Open(IDialogService dialogs, GridView view, PersonId me, WorkId? work, LessonId? under)
    {
        var parameters = new DialogParameters<WorkDialog>
        {
            { dialog => dialog.View, view },
            { dialog => dialog.Me, me },
            { dialog => dialog.Column, work is { } id ? view.Page.Works.GetValueOrDefault(id) : null },
            { dialog => dialog.Under, under },
        };
        await dialogs.ShowAsync<WorkDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
    }

    protected override void OnInitialized()
    {
        if (Work is { } work)
        {
            (_lesson, _type, _weight, _title) = (work.Lesson, work.Type, work.Weight / 100m, work.Title);
            (_due, _afterChecking) = (work.DueBy?.ToDateTime(TimeOnly.MinValue), !work.Shown);
            return;
        }

        _lesson = Under ?? Lessons.LastOrDefault(lesson => lesson.Date <= View.Today)?.Id ?? Lessons.First().Id;
        TypeChosen(Types.Skip(1).FirstOrDefault()?.Id ?? Types.First().Id);
    }

    private void TypeChosen(WorkTypeId type) => (_type, _weight) = (type, View.Roster.WorkTypes[type].Weight / 100m);

    private static string LessonText(Lesson lesson) =>
        Phrase.With(Words.GridLesson, lesson.Date.ToString("ddd d MMMM", CultureInfo.CurrentCulture), lesson.Number);

    private Task<long?> Submit()
    {
        var (course, weight) = (View.Page.Id.Course, (int)Math.Round(_weight * 100, MidpointRounding.AwayFromZero));
        DateOnly? due = _due is { } day ? DateOnly.FromDateTime(day) : null;
        return Send(
            Work is { } work
                ? new ChangeWork(course, work.Id, _type, weight, _title, due, !_afterChecking, Column!.Version, _lesson)
                : new AddWork(course, _lesson, _type, weight, _title, due, !_afterChecking)
        );
    }

    private async Task Remove()
    {
        var (course, work) = (View.Page.Id.Course, Work!.Id);
        if (await Send(new RemoveWork(course, work, Column!.Version)) is not { } removed)
            return;

        Snackbar.Add(
            Words.WorkRemoved,
            Severity.Normal,
            options =>
            {
                options.Action = Words.GridUndo;
                options.VisibleStateDuration = 20_000;
                options.OnClick = _ => Restore(course, work, removed);
            }
        );
    }

    private async Task Restore(CourseId course, WorkId work, long removed)
    {
        if (await Writer.Submit(new RestoreWork(course, work, removed), new Actor(Me)) is Refused refused)
            Snackbar.Add(RefusalText.For(refused.Why), Severity.Warning);
    }

    // The Seq of what was recorded; null when it was not, and why is said beside the form.
    private async Task<long?> Send(Command command)
    {
        _busy = true;
        var answer = await Writer.Submit(command, new Actor(Me));
        _busy = false;
        if (answer is Refused refused)
        {
            _trouble = RefusalText.For(refused.Why);
            return null;
        }

        Dialog.Close();
        return answer is Applied applied ? applied.Seq : 0;
    }
}
