using System.Globalization;
using System.Threading.RateLimiting;
using Journal.Web.Accounts;
using Journal.Web.Shell;
using Microsoft.AspNetCore.StaticAssets;

namespace Journal.Web.Hosting;

/// <summary>
/// How often one may ask, and how many are served at a time. Pages and readings take turns, as many at a time as the computer has use for; what
/// is written waits in the lane and only weighs here, so that no heap of it fills the memory. Whoever is too many is told so at once.
/// </summary>
public sealed class Turnstile : IDisposable
{
    /// <summary>What all requests that write may carry together, in kilobytes; as much again may wait.</summary>
    private const int CarriedTogether = 32 << 10;

    private static readonly TimeSpan ComeAgain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SendAgain = TimeSpan.FromSeconds(2);

    private readonly PartitionedRateLimiter<HttpContext> _pace;
    private readonly ConcurrencyLimiter _pages;
    private readonly ConcurrencyLimiter _staffPages;
    private readonly ConcurrencyLimiter _writes;
    private long _pagesRefused;
    private long _writesRefused;
    private long _tooFast;

    public Turnstile(JournalOptions options)
    {
        _pace = PartitionedRateLimiter.Create<HttpContext, string>(http => PaceOf(http, options));
        _pages = new(Turns(Environment.ProcessorCount * options.PagesPerCore, options.PagesWaiting));
        _staffPages = new(Turns(Environment.ProcessorCount * options.PagesPerCore, options.PagesWaiting));
        _writes = new(Turns(CarriedTogether, CarriedTogether));
    }

    public long PagesWaiting => _pages.GetStatistics()!.CurrentQueuedCount + _staffPages.GetStatistics()!.CurrentQueuedCount;

    // Counted here: they are asked for once more when the server stops, and a limiter that is gone answers nothing.
    public long PagesRefused => Interlocked.Read(ref _pagesRefused);

    /// <summary>Of what is being written, and of what waits to be.</summary>
    public long KilobytesCarried =>
        CarriedTogether - _writes.GetStatistics()!.CurrentAvailablePermits + _writes.GetStatistics()!.CurrentQueuedCount;

    public long WritesRefused => Interlocked.Read(ref _writesRefused);

    /// <summary>Refused because the caller asked too often.</summary>
    public long TooFast => Interlocked.Read(ref _tooFast);

    public async Task Pass(HttpContext http, RequestDelegate next)
    {
        if (IsFree(http))
        {
            await next(http);
            return;
        }

        using var pace = _pace.AttemptAcquire(http);
        if (!pace.IsAcquired)
        {
            Interlocked.Increment(ref _tooFast);
            var wait = pace.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : SendAgain;
            await TurnedAway.Answer(http, new(StatusCodes.Status429TooManyRequests, BusyReason.TooFast, wait));
            return;
        }

        await TakeTurn(http, next);
    }

    public void Dispose()
    {
        _pace.Dispose();
        _pages.Dispose();
        _staffPages.Dispose();
        _writes.Dispose();
    }

    private async Task TakeTurn(HttpContext http, RequestDelegate next)
    {
        var writes = Writes(http);
        using var turn = writes
            ? await _writes.AcquireAsync(Bodies.Kilobytes(http), http.RequestAborted)
            : await TurnsOf(http).AcquireAsync(1, http.RequestAborted);
        if (turn.IsAcquired)
        {
            await next(http);
            return;
        }

        Interlocked.Increment(ref writes ? ref _writesRefused : ref _pagesRefused);
        await TurnedAway.Answer(http, new(StatusCodes.Status503ServiceUnavailable, BusyReason.Crowded, writes ? SendAgain : ComeAgain));
    }

    // When all come back at once, sixty teachers do not wait behind fifteen hundred families.
    private ConcurrencyLimiter TurnsOf(HttpContext http) => http.IsStaffPage() ? _staffPages : _pages;

    // Lines are counted at their own door. Styles and scripts are cheap, and a page that has come needs them. The technician's look must not fail
    // when it is most wanted.
    private static bool IsFree(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        || http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        || http.Request.Path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase)
        || http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static bool Writes(HttpContext http) => !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);

    private static ConcurrencyLimiterOptions Turns(int atATime, int waiting) =>
        new()
        {
            PermitLimit = Math.Max(1, atATime),
            QueueLimit = Math.Max(0, waiting),
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };

    // A whole school may be behind one address, so an address has more than a session.
    private static RateLimitPartition<string> PaceOf(HttpContext http, JournalOptions options)
    {
        if (http.Features.Get<Session>() is not { } session)
            return Pace($"a{ThrottleKey.Network(http.Connection.RemoteIpAddress)}", options.StrangersPerSecond, atOnce: 10);

        var id = session.Id.ToString(CultureInfo.InvariantCulture);
        return Writes(http) ? Pace($"w{id}", options.WritesPerSecond, atOnce: 4) : Pace($"r{id}", options.ReadsPerSecond, atOnce: 5);
    }

    private static RateLimitPartition<string> Pace(string whose, int aSecond, int atOnce) =>
        RateLimitPartition.GetTokenBucketLimiter(
            whose,
            _ =>
                new()
                {
                    TokenLimit = Math.Max(1, aSecond) * atOnce,
                    TokensPerPeriod = Math.Max(1, aSecond),
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                }
        );
}
