using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Web.Live;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Journal.Web.Homework;

/// <summary>
/// One task, written: what is typed the browser keeps until it is published, over a crash of the tab or the server. Nothing is seen by families before.
/// </summary>
public sealed partial class HomeworkForm : IAsyncDisposable
{
    private static readonly char[] Between = ['\n', ';'];

    private ElementReference _form;
    private IJSObjectReference? _kept;
    private string? _trouble;
    private HomeworkConflict? _clash;
    private SetHomework? _sent;
    private bool _busy;
    private bool _asStudent;

    [Parameter, EditorRequired]
    public required HomeworkDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required HomeworkCard Card { get; set; }

    [Parameter, EditorRequired]
    public required Roster Roster { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    /// <summary>Puts back what stood there before this was recorded; null while nothing was.</summary>
    [Parameter]
    public SetHomework? Before { get; set; }

    /// <summary>Its weight may be another one.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>It was recorded.</summary>
    [Parameter]
    public EventCallback<HomeworkDone> Done { get; set; }

    /// <summary>It is to be as it is recorded.</summary>
    [Parameter]
    public EventCallback Reset { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    // Empty for the next lesson.
    private string DueTyped
    {
        get => Draft.Due is { } due && !(Card.Next is [var next, ..] && next.Date == due) ? Value(due) : "";
        set => Draft.Due = DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var due) && IsAhead(due) ? due : null;
    }

    private string NextLesson =>
        Card.Next is [var next, ..]
            ? Phrase.With(Words.HomeworkDueLesson, HomeworkText.Day(next.Date), next.Number)
            : Words.HomeworkDueNext;

    // The lessons after the next one, and the day that is chosen if it is none of them.
    private IEnumerable<(string Day, string Name)> Days
    {
        get
        {
            foreach (var next in Card.Next.Skip(1))
                yield return (Value(next.Date), Phrase.With(Words.HomeworkDueLesson, HomeworkText.Day(next.Date), next.Number));
            if (Draft.Due is { } due && Card.Next.All(next => next.Date != due))
                yield return (Value(due), HomeworkText.Day(due));
        }
    }

    private string CommandKept
    {
        get => Draft.CommandId.ToString();
        set => Draft.CommandId = Guid.TryParse(value, out var id) && id != Guid.Empty ? id : Draft.CommandId;
    }

    private HomeworkDetails Details => Draft.Publish().Details;

    private string[] Planned =>
        [.. (Card.Planned ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private bool HasMore => (Draft.Pages ?? Draft.Exercises ?? Draft.Practice) is not null;

    private string State =>
        Draft.SaysNone ? Words.HomeworkStateNone
        : Draft.IsPublished ? Words.HomeworkStatePublished
        : Words.HomeworkStateDraft;

    public async ValueTask DisposeAsync()
    {
        if (_kept is null)
            return;

        await LiveComponent.Quietly(_kept.InvokeVoidAsync("dispose", CancellationToken.None));
        await LiveComponent.Quietly(_kept.DisposeAsync());
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !IsOpen)
            return;

        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./homework.js");
        _kept = await module.InvokeAsync<IJSObjectReference>("keep", _form);
    }

    private bool IsAhead(DateOnly due) =>
        due > Card.Lesson.Date && due.DayNumber - Card.Lesson.Date.DayNumber <= HomeworkDetails.LongestAhead;

    // What two tasks may differ in though their texts are the same.
    private string? Beside(HomeworkConflict clash)
    {
        string?[] parts =
        [
            HomeworkText.About(clash.Details, clash.Details.Due),
            .. clash.Details.Files.Select(file => file.Name),
            .. clash.Students.Select(student => Roster.NameOf(student.Person)),
        ];
        var said = string.Join(" · ", parts.Where(part => part is not null));
        return said.Length == 0 ? null : said;
    }

    private void Typing() => Draft.IsTyping = true;

    private Task Weigh() => Changed.InvokeAsync();

    private Task Publish() =>
        Draft.HasBadMinutes ? Refuse(Words.HomeworkMinutesNotANumber)
        // «Не задано» has a button of its own.
        : string.IsNullOrWhiteSpace(Draft.Text) ? Refuse(RefusalText.For(new HomeworkMissing()))
        : Send(Draft.Publish());

    private Task Refuse(string why)
    {
        _trouble = why;
        return Task.CompletedTask;
    }

    private async Task Send(SetHomework command, HomeworkConflict? over = null)
    {
        if (_busy)
            return;

        (_busy, _trouble, _clash, _sent) = (true, null, null, command);
        var answer = await Writer.Submit(command, new Actor(Me));
        _busy = false;
        // With other content a number that was used already is refused.
        if (answer is Refused)
            Draft.CommandId = Guid.CreateVersion7();
        switch (answer)
        {
            case Refused { Why: HomeworkConflict conflict }:
                _clash = conflict;
                break;
            // It was recorded before the tab was lost, and written on since: that is another command.
            case Refused { Why: CommandIdReused }:
                await Send(command with { CommandId = Draft.CommandId }, over);
                break;
            case Refused refused:
                _trouble = RefusalText.For(refused.Why);
                break;
            default:
                var kept = _kept;
                await Done.InvokeAsync(new(Draft, over, SeqOf(answer)));
                if (kept is not null)
                    await LiveComponent.Quietly(kept.InvokeVoidAsync("forget"));
                break;
        }
    }

    private static long SeqOf(Answer answer) =>
        answer switch
        {
            Applied applied => applied.Seq,
            Unchanged unchanged => unchanged.Seq,
            Replayed replayed => replayed.Seq,
            _ => 0,
        };

    private async Task Undo()
    {
        if (Before is { } undo)
            await Send(undo with { CommandId = Guid.CreateVersion7() });
    }

    // What was written goes; what is recorded stays.
    private async Task Discard()
    {
        await Forget();
        await Reset.InvokeAsync();
    }

    // The same wish once more, over what is on the screen by now.
    private Task TakeMine() => Send(_sent! with { CommandId = Draft.CommandId, Seen = _clash!.Text, Expected = _clash.Version }, _clash);

    private string Who(HomeworkConflict clash) =>
        clash.Stamp.Version == 0
            ? ""
            : Phrase.With(Words.HomeworkClashBy, Roster.NameOf(clash.Stamp.By), Clock.DayOf(clash.Stamp.At), Clock.TimeOf(clash.Stamp.At));

    private async Task Forget()
    {
        if (_kept is not null)
            await LiveComponent.Quietly(_kept.InvokeVoidAsync("forget"));
    }

    private static string Value(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
