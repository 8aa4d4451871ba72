namespace Journal.Web.Hosting;

public enum DemoSize
{
    /// <summary>12 classes, 320 students.</summary>
    Small,

    /// <summary>40 classes, 1,100 students.</summary>
    Large,
}

/// <summary>The section "Journal" of appsettings.json, of the environment (Journal__Data) and of the command line (--Journal:Data).</summary>
public sealed record JournalOptions
{
    public const string Section = "Journal";

    /// <summary>The data folder: absolute, or beside the program. The program makes it.</summary>
    public string Data { get; init; } = "data";

    /// <summary>A school of invented people whom anybody may play.</summary>
    public bool Demo { get; init; }

    /// <summary>How big the demonstration's school is: for a visitor, or for trying what a server holds.</summary>
    public DemoSize DemoSize { get; init; } = DemoSize.Small;

    /// <summary>Whose midnight ends the school day.</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";

    /// <summary>Where the clock starts; in development only (a demonstration on a Sunday, tests).</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>Addresses of the school's own reverse proxies; their X-Forwarded headers are believed, nobody else's.</summary>
    public string[] Proxies { get; init; } = [];

    /// <summary>How many sessions one account may have at a time; the oldest one ends when there are more.</summary>
    public int SessionsPerAccount { get; init; } = 50;

    /// <summary>Whoever shows it may read /metrics; without one there is no such address. At least 16 characters.</summary>
    public string MetricsKey { get; init; } = "";

    public bool TellsMetrics => MetricsKey.Length > 0;

    /// <summary>Never written out as a whole: a key is among the settings.</summary>
    public override string ToString() => Section;

    public TimeZoneInfo Zone() =>
        TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone)
            ? zone
            : throw CannotStart.Because(nameof(Texts.Words.StartTimeZoneUnknown), TimeZone);
}
