namespace Journal.Web.Accounts;

public sealed class SessionExpiry(Sessions sessions, TimeProvider clock, ILogger<SessionExpiry> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everySecond = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await everySecond.WaitForNextTickAsync(stoppingToken))
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
        }
    }
}
