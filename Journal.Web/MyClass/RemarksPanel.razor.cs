using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Diary.Storage;
using Journal.Core.Remarks;
using Journal.Core.Writing;
using Journal.Web.Live;
using Journal.Web.Remarks;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Journal.Web.MyClass;

/// <summary>The class's remarks of the last weeks, with who of the family has read each; the class teacher writes of a day here.</summary>
public sealed partial class RemarksPanel : ComponentBase, IDisposable
{
    private const int Days = 28;

    private readonly Aside _reads;
    private IReadOnlyList<RemarkEntry>? _entries;
    private string? _trouble;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public required ClassDay Day { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required ReadBook Reads { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    public RemarksPanel() => _reads = new(() => InvokeAsync(SomebodyRead));

    public void Dispose() => Reads.Changed -= _reads.Told;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Reads.Changed += _reads.Told;
    }

    // What is heard of the class comes with the board, which is read anew for it.
    protected override Task OnParametersSetAsync() => Read();

    private async Task Read() => _entries = await Readings.ClassRemarks(Me, Day.Class.Id, Day.Date.AddDays(-Days));

    private async Task SomebodyRead()
    {
        await Read();
        StateHasChanged();
    }

    private Task Write() => Open(null);

    private Task Correct(RemarkCard card) => Open(card);

    private async Task Open(RemarkCard? card)
    {
        var place = card is { Remark.Course: { } course, Remark.Lesson: { } lesson }
            ? RemarkPlace.In(course, lesson, RemarkText.Place(card.Remark, Rosters.Current))
            : RemarkPlace.Of(Day.Class.Id, Phrase.With(Words.RemarkWhereClass, Day.Class.Name));
        await RemarkDialog.Open(Dialogs, Me, Rosters.Current, place, Day.Class.Students, card);
        await Read();
    }

    private async Task Withdraw(RemarkCard card)
    {
        var answer = await Writer.Submit(new WithdrawRemark(card.Remark.Id, card.Version), new Actor(Me));
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        await Read();
    }
}
