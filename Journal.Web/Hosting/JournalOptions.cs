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

    /// <summary>After so many seconds without a touch a kiosk signs out by itself.</summary>
    public int KioskIdle { get; init; } = 120;

    /// <summary>How long the server waits for a touch: the page counts down first.</summary>
    public TimeSpan KioskPatience => TimeSpan.FromSeconds(KioskIdle + 20);

    /// <summary>How many open pages may have a living line; when there are more, people are asked to wait and families read plain pages.</summary>
    public int Lines { get; init; } = 3000;

    /// <summary>How many of these one account may have. A demonstration's account is everybody's and has no limit of its own.</summary>
    public int LinesPerAccount { get; init; } = 40;

    /// <summary>
    /// How many pages and readings are worked on at a time for each core of this computer; the others wait their turn. Few: what is typed waits
    /// behind those that have begun.
    /// </summary>
    public int PagesPerCore { get; init; } = 2;

    /// <summary>How many may wait for their turn; whoever is one too many is told that the journal is busy.</summary>
    public int PagesWaiting { get; init; } = 2000;

    /// <summary>How often a second one session may read, in the long run; five times as often at once.</summary>
    public int ReadsPerSecond { get; init; } = 100;

    /// <summary>How often a second one session may write, in the long run; four times as often at once.</summary>
    public int WritesPerSecond { get; init; } = 50;

    /// <summary>How often a second those who are not signed in may ask from one address, in the long run; ten times as often at once.</summary>
    public int StrangersPerSecond { get; init; } = 200;

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
