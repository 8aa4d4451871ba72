using Journal.Core.Basics;

namespace Journal.Core.Import;

public sealed record FileEmpty : Refusal;

public sealed record FileTooLarge(int MostMegabytes) : Refusal;

/// <summary>Neither a workbook nor text in columns.</summary>
public sealed record FileNotATable : Refusal;

/// <summary>The workbook of an old Excel, or one with a password: both are the same box from outside.</summary>
public sealed record FileOfOldExcel : Refusal;

public sealed record FileDamaged : Refusal;

/// <summary>A small file that unpacks to a huge one.</summary>
public sealed record FileUnpacksTooLarge(int MostMegabytes) : Refusal;

public sealed record FileHasTooManyRows(int Most) : Refusal;

public sealed record FileHasTooManyColumns(int Most) : Refusal;

/// <summary>No column is headed as that of the topics.</summary>
public sealed record FileHasNoTopics : Refusal;

/// <summary>Thrown where a limit is met in the middle of a file, and caught where reading began.</summary>
internal sealed class FileStopped(Refusal why) : Exception
{
    public Refusal Why { get; } = why;
}
