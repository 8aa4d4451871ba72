using System.Globalization;
using System.Text;
using Journal.Core.Basics;

namespace Journal.Core.Persistence;

/// <summary>
/// When the last verified backup was made, and what it holds. It lies beside the school's file: a backup is made by another process than the one
/// that is asked how old it is.
/// </summary>
public sealed record BackupNote(long Seq, DateTimeOffset At)
{
    private const string FileName = "last-backup.txt";

    /// <summary>Null when no backup was ever noted, or the note is not one of ours.</summary>
    public static BackupNote? Of(SchoolFile file)
    {
        try
        {
            return Parse(File.ReadAllText(PathFor(file)));
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whole or not at all: whoever reads meanwhile finds the former one.</summary>
    internal void WriteBeside(SchoolFile file)
    {
        var target = PathFor(file);
        var unfinished = $"{target}.{Guid.NewGuid():N}";
        try
        {
            using (var note = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                note.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Seq} {At.UtcDateTime:O}\n")));
                note.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The age of the last one, in seconds; nothing is measured where there never was one.</summary>
    public static void Measure(JournalMeter meter, SchoolFile file, SchoolClock clock) =>
        meter.Meter.CreateObservableGauge<double>(
            "journal.backup.age",
            () => Of(file) is { } last ? [new(Math.Max(0, (clock.Now - last.At).TotalSeconds))] : [],
            "s",
            "Since the last verified backup."
        );

    private static string PathFor(SchoolFile file) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file.Path))!, FileName);

    private static BackupNote? Parse(string text) =>
        text.TrimEnd('\n').Split(' ') is [var seq, var at]
        && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new BackupNote(number, moment)
            : null;
}
