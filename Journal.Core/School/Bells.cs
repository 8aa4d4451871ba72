using Journal.Core.Basics;

namespace Journal.Core.School;

public sealed record BellScheduleAdded(BellScheduleId Schedule, string Name) : JournalEvent;

/// <summary>When the lesson of this number begins and ends, by the school's clock.</summary>
public sealed record BellAdded(BellScheduleId Schedule, int Number, TimeOnly Starts, TimeOnly Ends) : JournalEvent;
