namespace Journal.Web.Hosting;

/// <summary>A clock that was set once and runs on from there. For development: a real school's clock is the real one.</summary>
public sealed class StartedClock(DateTimeOffset start, TimeProvider real) : TimeProvider
{
    private readonly TimeSpan _ahead = start - real.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + _ahead;

    public static TimeProvider For(JournalOptions options, bool development) =>
        options.Clock switch
        {
            null => System,
            { } start when development => new StartedClock(start, System),
            _ => throw CannotStart.Because(nameof(Texts.Words.StartClockOutsideDevelopment)),
        };
}
