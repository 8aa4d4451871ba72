using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.StandIn;

/// <summary>«Я веду этот урок»: today's lessons of colleagues, those around now first; one tap and the lesson is the substitute's.</summary>
public sealed partial class TakePage
{
    public const string Address = "/substitute";

    private IReadOnlyList<StandInLesson>? _lessons;
    private bool _all;
    private LessonId _troubled;
    private string? _trouble;
    private ITimer? _minute;

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    private IReadOnlyList<StandInLesson> Shown => _all ? _lessons! : [.. _lessons!.Where(IsNear)];

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (firstRender)
            _minute = Clock.Time.CreateTimer(_ => _ = InvokeAsync(StateHasChanged), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    protected override void Dispose(bool disposing)
    {
        _minute?.Dispose();
        base.Dispose(disposing);
    }

    // Those nobody is there for come first: one of them it will be.
    protected override async Task Read() =>
        _lessons = await Readings.LessonsToTake(Me) is { } found
            ? [.. found.OrderByDescending(one => one.Now?.What.Teacher == Me).ThenByDescending(one => one.Away)]
            : null;

    // The one that is going on, the one that begins within half an hour, and one's own.
    private bool IsNear(StandInLesson one)
    {
        var now = Clock.TimeOf(Clock.Now);
        return one.Now?.What.Teacher == Me
            || one.Lesson is not { Starts: { } starts, Ends: { } ends }
            || (starts.ToTimeSpan() - now.ToTimeSpan() <= Soon && now < ends);
    }

    private static TimeSpan Soon => TimeSpan.FromMinutes(30);

    private Task Take(StandInLesson one) => Submit(one, new TakeLesson(one.Lesson.Course, one.Lesson.Id));

    private Task GiveBack(StandInLesson one) => Submit(one, new GiveBackLesson(one.Lesson.Course, one.Lesson.Id));

    private async Task Submit(StandInLesson one, Command command)
    {
        var answer = await Writer.Submit(command, new Actor(Me));
        _troubled = one.Lesson.Id;
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        await Read();
    }
}
