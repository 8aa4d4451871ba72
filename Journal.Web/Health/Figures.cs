namespace Journal.Web.Health;

/// <summary>How the server does at one moment.</summary>
/// <param name="BackupAge">Null when there never was a verified backup.</param>
public sealed record Figures(
    WritingFigures Writing,
    int Queue,
    OpenFigures Open,
    TimeSpan? BackupAge,
    MachineFigures Machine,
    TimeSpan Uptime
);

/// <summary>The lane in the last minute, and what it has answered since the start. Without a commit in that minute there is no time of one.</summary>
public sealed record WritingFigures(
    long EditsInMinute,
    double EditsPerSecond,
    double? MeanBatch,
    int? LargestBatch,
    TimeSpan? CommitMedian,
    TimeSpan? CommitP95,
    IReadOnlyDictionary<string, long> Answers,
    IReadOnlyList<KeyValuePair<string, long>> Refusals
);

/// <summary>Who is there.</summary>
public sealed record OpenFigures(
    int Connected,
    int Lost,
    int HubConnections,
    int Listeners,
    long Overflows,
    int PagesCached,
    int PasswordsWaiting,
    int Sessions
);

/// <param name="GcPause">The last pause for clearing memory.</param>
/// <param name="GcShare">Percent of all time that went into such pauses.</param>
public sealed record MachineFigures(long Heap, TimeSpan GcPause, double GcShare);
