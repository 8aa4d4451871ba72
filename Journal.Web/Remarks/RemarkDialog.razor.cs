using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Remarks;
using Journal.Core.Writing;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Journal.Web.Remarks;

/// <summary>The small form of a remark; who will read it is said before it is typed. Below it what was written before, to be corrected.</summary>
public sealed partial class RemarkDialog
{
    // What this form writes is written once, however often it is sent.
    private readonly Guid _id = Guid.CreateVersion7();
    private IReadOnlyList<RemarkEntry> _before = [];
    private int _student;
    private DateOnly _date;
    private RemarkKind _kind = RemarkKind.Note;
    private string _text = "";
    private RemarkCard? _corrected;
    private string? _trouble;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public required Roster Roster { get; set; }

    [Parameter, EditorRequired]
    public required RemarkPlace Place { get; set; }

    /// <summary>Of whom it may be; in a lesson one.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<StudentId> Students { get; set; } = [];

    /// <summary>To be corrected at once.</summary>
    [Parameter]
    public RemarkCard? Card { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    private string Title =>
        Place.Class is null || _corrected is not null
            ? Phrase.With(Words.RemarkDialogTitle, Roster.NameOf(new PersonId(_student)))
            : Words.RemarksTitle;

    private string Today => Clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task Open(
        IDialogService dialogs,
        PersonId me,
        Roster roster,
        RemarkPlace place,
        IReadOnlyList<StudentId> students,
        RemarkCard? card = null
    )
    {
        var parameters = new DialogParameters<RemarkDialog>
        {
            { dialog => dialog.Me, me },
            { dialog => dialog.Roster, roster },
            { dialog => dialog.Place, place },
            { dialog => dialog.Students, students },
            { dialog => dialog.Card, card },
        };
        var options = new DialogOptions
        {
            MaxWidth = MaxWidth.Small,
            FullWidth = true,
            CloseOnEscapeKey = true,
        };
        var dialog = await dialogs.ShowAsync<RemarkDialog>(null, parameters, options);
        await dialog.Result;
    }

    protected override async Task OnInitializedAsync()
    {
        (_student, _date) = (Students.Select(one => one.Value).FirstOrDefault(), Clock.Today);
        if (Card is { } card)
            Correct(card);
        await Read();
    }

    private Task Key(KeyboardEventArgs key) => key is { Key: "Enter", CtrlKey: true } ? Submit() : Task.CompletedTask;

    private async Task Read()
    {
        if (Place.Course is { } course)
            _before = await Readings.Remarks(Me, course, new StudentId(_student)) ?? [];
    }

    private void Correct(RemarkCard card)
    {
        (_corrected, _student, _kind, _text) = (card, card.Remark.Student.Value, card.Words.Kind, card.Words.Text);
        _trouble = null;
    }

    private void Clear() => (_corrected, _kind, _text, _trouble) = (null, RemarkKind.Note, "", null);

    private async Task Submit()
    {
        Command command = _corrected is { } card
            ? new CorrectRemark(card.Remark.Id, _kind, _text, card.Version)
            : Place.Write(new StudentId(_student), _date, _kind, _text);
        if (await Sent(command with { CommandId = _id }))
            Dialog.Close();
    }

    private async Task Withdraw(RemarkCard card)
    {
        if (await Sent(new WithdrawRemark(card.Remark.Id, card.Version)) && _corrected?.Remark.Id == card.Remark.Id)
            Clear();
        await Read();
    }

    private async Task<bool> Sent(Command command)
    {
        if (_busy)
            return false;

        _busy = true;
        var answer = await Writer.Submit(command, new Actor(Me));
        _busy = false;
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        if (answer is Refused { Why: RemarkConflict conflict } && _corrected is not null && !conflict.Now.IsWithdrawn)
            // What is typed stays; sent again it is written over what stands there now, which is shown below.
            _corrected = conflict.Now;
        if (answer is Refused)
            await Read();
        return answer is not Refused;
    }
}
