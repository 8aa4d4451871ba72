using Journal.Core.Basics;

namespace Journal.Core.School;

public sealed record ScaleAdded(MarkScale Scale) : JournalEvent;

public sealed record AttendanceCodeAdded(AttendanceCode Code) : JournalEvent;
