using System.Globalization;
using System.Resources;
using Journal.Web.Api;
using Journal.Web.Texts;

namespace Journal.Web.Health;

/// <summary>The server's numbers in the reader's words, with their units.</summary>
public static class HealthText
{
    private const string Nothing = "—";

    private static readonly TimeSpan Old = TimeSpan.FromHours(24);
    private static readonly ResourceManager Kinds = new("Journal.Web.Texts.RefusalKinds", typeof(HealthText).Assembly);

    /// <summary>By the tag of the instrument, in the order in which they are read.</summary>
    public static IEnumerable<(string Outcome, string Name)> Outcomes =>
        [
            ("applied", Words.HealthApplied),
            ("unchanged", Words.HealthUnchanged),
            ("replayed", Words.HealthReplayed),
            ("conflict", Words.HealthConflict),
            ("refused", Words.HealthRefused),
        ];

    public static bool IsOld(TimeSpan? backup) => backup is not { } age || age >= Old;

    public static string Advice(TimeSpan? backup) => IsOld(backup) ? Words.HealthBackupAdvice : Words.HealthBackupFresh;

    public static string Ago(TimeSpan? age) =>
        age is not { } known ? Words.HealthBackupNever
        : known < TimeSpan.FromMinutes(1) ? Words.HealthJustNow
        : Phrase.With(Words.HealthAgo, Length(known));

    public static string Running(TimeSpan uptime) => Phrase.With(Words.HealthRunning, HealthApi.Version, Length(uptime));

    /// <summary>A refusal's reason; one that has no words yet by its code.</summary>
    public static string Kind(string code) => Kinds.GetString(code, CultureInfo.CurrentUICulture) ?? code;

    public static string Time(TimeSpan? time) =>
        time is { TotalMilliseconds: var known } ? Phrase.With(Words.HealthMilliseconds, Short(known)) : Nothing;

    public static string Slow(TimeSpan? time) => time is null ? Words.HealthQuiet : Phrase.With(Words.HealthCommitSlow, Time(time));

    public static string Megabytes(long bytes) => Phrase.With(Words.HealthMegabytes, Number(bytes >> 20));

    public static string Percent(double share) => Phrase.With(Words.HealthPercent, Short(share));

    public static string Number(long? number) => number?.ToString("N0", CultureInfo.CurrentCulture) ?? Nothing;

    public static string Mean(double? number) => number is { } known ? Short(known) : Nothing;

    // One digit after the comma where it says something.
    private static string Short(double number) => number.ToString(number is 0 or >= 100 ? "N0" : "0.#", CultureInfo.CurrentCulture);

    private static string Length(TimeSpan time) =>
        time.TotalDays >= 1 ? Phrase.With(Words.HealthDays, (int)time.TotalDays, time.Hours)
        : time.TotalHours >= 1 ? Phrase.With(Words.HealthHours, (int)time.TotalHours, time.Minutes)
        : Phrase.With(Words.HealthMinutes, (int)time.TotalMinutes);
}
