using System.Text;
using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>What the school has decided for itself; the regulation is data, never code.</summary>
/// <param name="AbsencesWaitForRoll">Families see an absence only when the teacher has declared the roll taken.</param>
public sealed record SchoolSettings(string Name, EditWindows Windows, bool AbsencesWaitForRoll)
{
    public const int LongestName = 200;

    /// <summary>A year, the leap day included.</summary>
    public const int LongestWindow = 366;

    public static readonly SchoolSettings Default = new("", EditWindows.Default, AbsencesWaitForRoll: true);

    /// <param name="stamp">That of these settings.</param>
    public Decision Decide(ChangeSettings command, SettingsStamp stamp)
    {
        var after = command.Settings with { Name = command.Settings.Name.Trim() };
        if ((WrongName(after.Name) ?? WrongWindow(after.Windows)) is { } wrong)
            return wrong;
        if (after == this)
            return Decision.Already(stamp.Version);
        if (command.Expected != stamp.Version)
            return new SettingsConflict(this, stamp);

        return new SettingsChanged(stamp.Version == 0 ? null : this, after);
    }

    private static Refusal? WrongName(string name)
    {
        if (name.Length == 0)
            return new SchoolNameMissing();
        if (name.Length > LongestName)
            return new SchoolNameTooLong(name.Length, LongestName);

        return IsReadableLine(name) ? null : new SchoolNameUnreadable();
    }

    /// <summary>A name or a number: it stands on one line.</summary>
    internal static bool IsReadableLine(string text) => text.EnumerateRunes().All(IsReadable);

    // A broken surrogate pair would come back from the log as another text.
    private static bool IsReadable(Rune letter) => letter != Rune.ReplacementChar && !Rune.IsControl(letter);

    private static WindowOutOfRange? WrongWindow(EditWindows windows)
    {
        foreach (var (days, window) in windows.Each)
        {
            if (days is < 0 or > LongestWindow)
                return new WindowOutOfRange(days, LongestWindow, window);
        }

        return null;
    }
}

/// <summary>When the settings became what they are: the Seq of that change (0 while nobody has ever changed them), its author and moment.</summary>
public sealed record SettingsStamp(long Version, PersonId By, DateTimeOffset At)
{
    public static readonly SettingsStamp Never = new(0, default, default);
}
