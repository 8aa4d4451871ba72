using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Journal.Core.Diary.Storage;

/// <summary>Something kept in memory and written to the file some seconds later, many at a time; once more when the school closes.</summary>
public abstract class WrittenBehind(TimeProvider time, ILogger log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Lock _ending = new();
    private Task? _end;

    /// <summary>Writes what has changed since the last time, in one transaction.</summary>
    public abstract Task Write(CancellationToken ct = default);

    // A host may be told to stop by two at once: whoever is second waits for the same last writing.
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_ending)
            return _end ??= End(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await WriteOrSay(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The school closes for the night; StopAsync writes once more.
        }
    }

    private async Task End(CancellationToken ct)
    {
        await base.StopAsync(ct);
        await WriteOrSay(ct);
    }

    private async Task WriteOrSay(CancellationToken ct)
    {
        try
        {
            await Write(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // It is in memory and tried again; at worst a family finds something marked as new once more.
            log.LogWarning(e, "Who has looked at which diary could not be written");
        }
    }
}
