using Journal.Core.Basics;
using Journal.Core.Homework.Storage;

namespace Journal.Web.Homework;

/// <summary>Clears away, at the start and once a day, what teachers brought and never attached.</summary>
public sealed class FileClearing(UploadBook uploads, SchoolClock clock, ILogger<FileClearing> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(UploadBook.Unattached, clock.Time);
        try
        {
            do await Clear(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The school closes for the night.
        }
    }

    private async Task Clear(CancellationToken ct)
    {
        try
        {
            await uploads.Clear(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Files that nobody attached could not be cleared away");
        }
    }
}
