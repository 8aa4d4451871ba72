using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>What the school has decided for itself; the regulation is data, never code.</summary>
/// <param name="AbsencesWaitForRoll">Families see an absence only when the teacher has declared the roll taken.</param>
public sealed record SchoolSettings(string Name, EditWindows Windows, bool AbsencesWaitForRoll)
{
    public static readonly SchoolSettings Default = new("", EditWindows.Default, AbsencesWaitForRoll: true);
}

public sealed record SettingsChanged(SchoolSettings? Before, SchoolSettings After) : JournalEvent;
