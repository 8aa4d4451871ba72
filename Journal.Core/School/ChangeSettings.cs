using Journal.Core.Basics;

namespace Journal.Core.School;

/// <param name="Settings">All of them, those that stay included.</param>
/// <param name="Expected">The version of the settings that was on the screen; 0 if nobody had ever changed them.</param>
public sealed record ChangeSettings(SchoolSettings Settings, long Expected) : Command;

public sealed record SettingsChanged(SchoolSettings? Before, SchoolSettings After) : JournalEvent;

public sealed record SchoolNameMissing : Refusal;

public sealed record SchoolNameTooLong(int Length, int Longest) : Refusal;

public sealed record SchoolNameUnreadable : Refusal;

public sealed record WindowOutOfRange(int Days, int Longest, EditKind Window) : Refusal;

/// <summary>Somebody was quicker; what holds now.</summary>
public sealed record SettingsConflict(SchoolSettings Now, SettingsStamp Stamp) : Refusal, IConflict;
