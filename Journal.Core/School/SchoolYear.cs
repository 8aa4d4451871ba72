using Journal.Core.Basics;

namespace Journal.Core.School;

public sealed record YearOpened(YearId Year, string Name, DateOnly Starts, DateOnly Ends) : JournalEvent;

/// <summary>Quarters, half-years or trimesters: a class has one such set (R12).</summary>
public sealed record TermSetAdded(TermSetId TermSet, YearId Year, string Name) : JournalEvent;

public sealed record TermAdded(TermId Term, TermSetId TermSet, int Number, string Name, DateOnly Starts, DateOnly Ends) : JournalEvent;

/// <summary>The holidays of some classes: first grades rest a week more.</summary>
public sealed record HolidaySetAdded(HolidaySetId HolidaySet, YearId Year, string Name) : JournalEvent;

public sealed record HolidayAdded(HolidaySetId HolidaySet, string Name, DateOnly Starts, DateOnly Ends) : JournalEvent;
