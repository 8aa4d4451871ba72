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
using Journal.Web.StandIn;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Home;

/// <summary>
/// A lesson on the day's list: what is still to come, the one that is open with everything to do in it, or what was written down. It follows its own
/// page of the journal, so that only it is drawn anew.
/// </summary>
public sealed partial class TodayLesson : LiveComponent
{
    private RollCard? _card;
    private NextTopic? _next;
    private string? _trouble;

    [Parameter, EditorRequired]
    public required DayLesson Lesson { get; set; }

    [Parameter, EditorRequired]
    public required HomeCourse Course { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    /// <summary>Something was written into it.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Parameter]
    public TimeOnly Now { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    private SubstitutionNow? Substitution => Rosters.Current.Substitutions.GetValueOrDefault(Lesson.Id);

    /// <summary>A colleague gives it: there is nothing to do in it.</summary>
    private bool IsForeign => Substitution is { } now && now.What.Teacher != Me;

    private string? StandsIn => Substitution is { } now ? StandInText.Of(now.What, Me, Rosters.Current) : null;

    private LessonFacts Facts => LessonFacts.Of(_card!);

    // From ten minutes before the bell; where there are no bells, the whole day.
    private bool IsOpen => !IsOver && (_card!.Bell is not { RollOpens: var opens } || opens <= Now);

    private bool IsOver => Lesson.Ends <= Now;

    private string? Class =>
        IsOver ? "past"
        : IsOpen ? "now"
        : null;

    private string? Says
    {
        get
        {
            var facts = Facts;
            string?[] parts =
            [
                facts.Lesson.Topic,
                facts.Present is { } present ? Phrase.With(Words.TodayPresent, present, facts.Students) : null,
                facts.Unexplained > 0 ? Phrase.With(Words.TodayUnexplained, facts.Unexplained) : null,
            ];
            return string.Join(" · ", parts.Where(part => part is { Length: > 0 }));
        }
    }

    private IEnumerable<string> Works =>
        _card!.Page.Shape.WorksOf(Lesson.Id).Where(work => !work.IsDefault).Select(work => work.Title ?? Words.TodayWork);

    protected override async Task OnInitializedAsync()
    {
        Read();
        await ReadPlan();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (firstRender)
            Follow(Me, new Interest(Audience.Of(Lesson.Course), WithSchool: true), _card!.Page.Seq);
    }

    protected override async Task Heard(IReadOnlyList<Told> told)
    {
        Read();
        await ReadPlan();
        StateHasChanged();
        await Changed.InvokeAsync();
    }

    // The whole list goes with the right: the page around it reads what is left.
    protected override Task Ended() => Task.CompletedTask;

    private void Read() => _card = Readings.Roll(Me, Lesson.Id) ?? _card;

    private async Task ReadPlan() =>
        _next = _card is { Lesson: { Topic: null } lesson } ? await Readings.NextTopic(Me, Lesson.Course, lesson, Closing) : null;

    private async Task PutTopic()
    {
        if (_card is not { } card || _next is not { } next)
            return;

        var record = new RecordLesson(
            Lesson.Course,
            Lesson.Id,
            next.Topic,
            card.Lesson.Homework,
            Status: null,
            card.Page.RecordOf(Lesson.Id).Version
        );
        var answer = await Writer.Submit(record, new Actor(Me), Closing);
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        Read();
        await ReadPlan();
    }

    private static string? Time(TimeOnly? bell) => bell?.ToString("H:mm", CultureInfo.InvariantCulture);

    private static int Minutes(TimeSpan left) => (int)Math.Ceiling(left.TotalMinutes);
}
