using Journal.Core.Basics;

namespace Journal.Core.Writing;

/// <summary>What became of a command. It is given only after the commit.</summary>
public abstract record Answer;

/// <summary>Recorded; Seq is that of its last change, the wished fact itself: the new version of the cell or column. What goes with it stands before.</summary>
public sealed record Applied(long Seq) : Answer;

/// <summary>It is so already; Seq is the change that made it so, 0 if nothing ever did.</summary>
public sealed record Unchanged(long Seq) : Answer;

/// <summary>This command was recorded before; Seq is the one it was answered with then.</summary>
public sealed record Replayed(long Seq) : Answer;

public sealed record Refused(Refusal Why) : Answer;

/// <summary>The same command id came with another content.</summary>
public sealed record CommandIdReused(Guid CommandId) : Refusal;

/// <summary>Another edit of the same all-or-nothing batch was refused.</summary>
public sealed record RefusedWithBatch : Refusal;

/// <summary>The disk is full or cannot be written: nothing was recorded.</summary>
public sealed record StorageFailed(string Cause) : Refusal;

/// <summary>More waits to be written than can be taken in: nothing was recorded, and the same may be sent again.</summary>
public sealed record JournalBusy : Refusal;
