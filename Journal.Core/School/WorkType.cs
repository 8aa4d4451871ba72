using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>A kind of work that marks are given for (R24). Weight in hundredths: 100 counts once.</summary>
public sealed record WorkType(WorkTypeId Id, string Name, string Sign, int Weight);

public sealed record WorkTypeAdded(WorkType WorkType) : JournalEvent;
