using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.Lessons;
using Journal.Core.Notices.Storage;
using Journal.Web.Live;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Home;

/// <summary>Where everybody who works here begins: today's lessons, the own journals and classes, or all classes of the school.</summary>
public partial class HomePage
{
    private HomeOf? _home;
    private IReadOnlyList<DayLesson> _lessons = [];

    // What is typed comes by the second, and all own courses are gone through for what is owed.
    private static readonly TimeSpan DebtsPace = TimeSpan.FromSeconds(2);

    private readonly Aside _guardians;
    private DayAhead? _ahead;
    private DebtList? _debts;
    private Dictionary<ClassId, int> _unanswered = [];
    private DateOnly _today;
    private TimeOnly _now;
    private ITimer? _minute;
    private ITimer? _debtsSoon;
    private bool _debtsWait;

    [Inject]
    public required HomeReading Homes { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required NoticeWatch Notices { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    public HomePage() => _guardians = new(() => InvokeAsync(GuardianTold));

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (!firstRender)
            return;

        Notices.Changed += _guardians.Told;
        _debtsSoon = Clock.Time.CreateTimer(_ => _ = InvokeAsync(DebtsAgain), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _minute = Clock.Time.CreateTimer(_ => _ = InvokeAsync(Tick), null, ToNextMinute(Clock.Now), TimeSpan.FromMinutes(1));
    }

    protected override void Dispose(bool disposing)
    {
        Notices.Changed -= _guardians.Told;
        _minute?.Dispose();
        _debtsSoon?.Dispose();
        base.Dispose(disposing);
    }

    protected override async Task Read()
    {
        (_today, _now) = (Clock.Today, Clock.TimeOf(Clock.Now));
        // Both at once: the list draws no lesson whose course is not there yet, or no more.
        var lessons = await Readings.LessonsToday(Me);
        (_home, _lessons) = (Homes.Of(Me), lessons);
        _ahead = await Readings.LessonsAhead(Me);
        await ReadNotices();
        await ReadDebts();
    }

    private async Task ReadNotices()
    {
        var unanswered = new Dictionary<ClassId, int>();
        foreach (var one in _home!.Classes)
        {
            if (await Readings.UnansweredNotices(Me, one.Id) is > 0 and var count)
                unanswered.Add(one.Id, count);
        }

        _unanswered = unanswered;
    }

    private async Task GuardianTold()
    {
        await ReadNotices();
        StateHasChanged();
    }

    private async Task ReadDebts() => _debts = _home!.Given.Count == 0 ? null : await Readings.Debts(Me);

    private void DebtsChanged()
    {
        if (_debtsWait)
            return;

        _debtsWait = true;
        _debtsSoon?.Change(DebtsPace, Timeout.InfiniteTimeSpan);
    }

    private async Task DebtsAgain()
    {
        _debtsWait = false;
        await ReadDebts();
        StateHasChanged();
    }

    // The lesson that is open changes with the clock; at midnight the day does.
    private async Task Tick()
    {
        if (_today == Clock.Today)
            await ReadDebts();
        else
            await Read();
        _now = Clock.TimeOf(Clock.Now);
        StateHasChanged();
    }

    private static TimeSpan ToNextMinute(DateTimeOffset now) =>
        TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerMinute);
}
