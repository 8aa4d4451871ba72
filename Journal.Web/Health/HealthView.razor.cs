using Microsoft.AspNetCore.Components;

namespace Journal.Web.Health;

/// <summary>The server's numbers, read anew every two seconds while somebody looks; only what has changed is sent.</summary>
public sealed partial class HealthView : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private Figures _now = null!;
    private PeriodicTimer? _timer;

    [Inject]
    public required Readout Readout { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private WritingFigures Writing => _now.Writing;

    public void Dispose() => _timer?.Dispose();

    protected override void OnInitialized() => _now = Readout.Now();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        _timer = new PeriodicTimer(Every, Clock);
        // Ends when the timer is disposed of.
        while (await _timer.WaitForNextTickAsync())
        {
            _now = Readout.Now();
            StateHasChanged();
        }
    }
}
