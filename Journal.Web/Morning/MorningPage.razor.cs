using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Morning;

/// <summary>The morning of the school for whoever reads it whole: which rolls are taken, who is at school, whose absence nobody explains. Live.</summary>
public sealed partial class MorningPage
{
    public const string Address = "/school/morning";

    // A class is marked in seconds, forty of them at the bell: one reading for all that was pressed meanwhile.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private SchoolMorning? _morning;
    private TimeOnly _now;
    private ITimer? _minute;
    private ITimer? _soon;
    private int _waiting;

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required AttendanceWatch Watch { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    protected override async Task Read()
    {
        _now = Clock.TimeOf(Clock.Now);
        _morning = await Readings.Morning(Me);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (!firstRender)
            return;

        _soon = Clock.Time.CreateTimer(_ => ReadSoon(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _minute = Clock.Time.CreateTimer(_ => _ = InvokeAsync(Again), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        Watch.Changed += Heard;
    }

    protected override void Dispose(bool disposing)
    {
        Watch.Changed -= Heard;
        _minute?.Dispose();
        _soon?.Dispose();
        base.Dispose(disposing);
    }

    // Raised on the lane, which waits for nobody.
    private void Heard(object? sender, EventArgs e)
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
            _soon?.Change(Pace, Timeout.InfiniteTimeSpan);
    }

    private void ReadSoon()
    {
        Volatile.Write(ref _waiting, 0);
        _ = InvokeAsync(Again);
    }

    private async Task Again()
    {
        await Read();
        StateHasChanged();
    }
}
