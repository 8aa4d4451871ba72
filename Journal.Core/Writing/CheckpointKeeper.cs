using Journal.Core.Basics;
using Journal.Core.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Journal.Core.Writing;

/// <summary>Signs the end of the chain at start, hourly, at shutdown, and whenever a term is closed.</summary>
public sealed class CheckpointKeeper(JournalWriter writer, Checkpoints checkpoints, SchoolClock clock, ILogger<CheckpointKeeper> log)
    : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly Lock _ending = new();
    private Task? _end;
    private long _last = -1;

    public Task Sign(CancellationToken ct = default) => writer.AtHead(Sign, ct);

    // Before the first request: from the first hour on, a record without a checkpoint is one from which somebody took it.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TrySign(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    // A host may be told to stop by two at once; whoever is second waits too, or the lane would be taken away under the signature.
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_ending)
            return _end ??= End(cancellationToken);
    }

    private async Task End(CancellationToken ct)
    {
        await base.StopAsync(ct);
        await TrySign(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TrySign(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The school closes for the night; StopAsync signs once more.
        }
    }

    // A full disk for an hour is no reason to close the school: the next signature vouches for this hour too.
    private async Task TrySign(CancellationToken ct)
    {
        try
        {
            await Sign(ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogError(failure, "The end of the log could not be signed");
        }
    }

    private void Sign(long seq, byte[] hash)
    {
        if (seq == _last)
            return;

        checkpoints.Append(seq, hash, clock.Now);
        _last = seq;
    }
}
