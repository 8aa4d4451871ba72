namespace Journal.Web.Accounts;

public sealed class SessionExpiry(Sessions sessions, TimeProvider clock, ILogger<SessionExpiry> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everySecond = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await Next(everySecond, stoppingToken))
        {
            try
            {
                await sessions.EndExpired(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // They are out of memory already, which is what counts; the rows go at the next start.
                log.LogWarning(e, "Expired sessions could not be deleted from the file");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // A server that never began to listen is stopped without a token of its own, and that is no failure of ours.
    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
