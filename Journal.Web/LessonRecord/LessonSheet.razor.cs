using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Web.Live;
using Journal.Web.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.LessonRecord;

/// <summary>The open record of a lesson: what became of it, its topic, its briefing, who gave it. Live.</summary>
public sealed partial class LessonSheet : LiveComponent
{
    private LessonCard? _card;
    private IReadOnlyList<Committed> _history = [];
    private string? _trouble;

    [Parameter, EditorRequired]
    public LessonId Id { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    private Course Course => Rosters.Current.Courses[_card!.Roll.Page.Id.Course];

    private string Group => Rosters.Current.Groups[Course.Group].Name;

    private string Subject => Rosters.Current.Subjects[Course.Subject].Name;

    private string When
    {
        get
        {
            var (lesson, bell) = (_card!.Lesson, _card.Roll.Bell);
            var day = lesson.Date.ToString(Words.DayFormat, CultureInfo.CurrentCulture);
            var number = Phrase.With(Words.TakeNumber, lesson.Number);
            return bell is { } rings
                ? string.Create(CultureInfo.InvariantCulture, $"{day}, {number}, {rings.Starts:H:mm}–{rings.Ends:H:mm}")
                : $"{day}, {number}";
        }
    }

    private bool IsOpen => _card is { Closed: null, Roll.MayTake: true };

    private bool MayTakeIt =>
        _card is { Substitution: null, Lesson.Date: var date }
        && date == Clock.Today
        && !Rosters.Current.Teaches(Me, Course.Id, date)
        && Rosters.Current.MayTakeLessons(Me, date);

    private bool MayArrange => Rosters.Current.MayArrange(Me, Clock.Today);

    protected override Task OnInitializedAsync() => Read();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (firstRender && _card is { } card)
            Follow(Me, new Interest(Audience.Of(card.Roll.Page.Id.Course), WithSchool: true), card.Roll.Page.Seq);
    }

    protected override async Task Heard(IReadOnlyList<Told> told)
    {
        await Read();
        StateHasChanged();
    }

    protected override Task Ended()
    {
        _card = null;
        StateHasChanged();
        return Task.CompletedTask;
    }

    private async Task Read()
    {
        var known = _card?.Roll.Page.RecordOf(Id).Version;
        _card = await Readings.Lesson(Me, Id, Closing);
        if (_card is not { } card)
            _history = [];
        // Marks come by the second; the record is written once an hour.
        else if (known != card.Roll.Page.RecordOf(Id).Version || _history.Count == 0)
            _history = [.. (await Readings.LessonHistory(Me, card.Roll.Page.Id.Course, Id, Closing) ?? []).Reverse()];
    }

    private Task Record(TopicWish wish) =>
        Submit(new RecordLesson(Course.Id, Id, wish.Topic, _card!.Lesson.Homework, wish.Status, wish.Expected));

    private Task SaveBriefing(BriefingWish wish) => Submit(new RecordBriefing(Course.Id, Id, wish.Text, wish.Expected));

    private Task Take() => Submit(new TakeLesson(Course.Id, Id));

    private Task GiveBack() => Submit(new GiveBackLesson(Course.Id, Id));

    private Task Move((DateOnly To, int Number) place) =>
        Submit(new MoveLesson(Course.Id, Id, place.To, place.Number, _card!.Roll.Page.RecordOf(Id).Version));

    private async Task Submit(Command command)
    {
        var answer = await Writer.Submit(command, new Actor(Me), Closing);
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        await Read();
    }

    private static string What(Committed one) => LessonText.Of((LessonRecorded)one.Event);

    private string Signed(Committed one) =>
        Phrase.With(
            Words.OrderSigned,
            ShortName.Of(Rosters.Current, one.Actor),
            TimeZoneInfo.ConvertTime(one.At, Clock.Zone).ToString("d MMMM, H:mm", CultureInfo.CurrentCulture)
        );
}
