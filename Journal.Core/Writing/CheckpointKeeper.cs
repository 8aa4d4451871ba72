using Journal.Core.Basics;
using Journal.Core.Persistence;
using Microsoft.Extensions.Hosting;

namespace Journal.Core.Writing;

/// <summary>Signs the end of the chain hourly, at shutdown, and whenever a term is closed.</summary>
public sealed class CheckpointKeeper(JournalWriter writer, Checkpoints checkpoints, SchoolClock clock) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly Lock _ending = new();
    private Task? _end;
    private long _last;

    public Task Sign(CancellationToken ct = default) => writer.AtHead(Sign, ct);

    // A host may be told to stop by two at once; whoever is second waits too, or the lane would be taken away under the signature.
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_ending)
            return _end ??= End(cancellationToken);
    }

    private async Task End(CancellationToken ct)
    {
        await base.StopAsync(ct);
        await Sign(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Sign(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The school closes for the night; StopAsync signs once more.
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
