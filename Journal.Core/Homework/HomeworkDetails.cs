using System.Collections.Immutable;

namespace Journal.Core.Homework;

/// <summary>What belongs to a task besides its text (R25, S1 2.7).</summary>
/// <param name="Due">The day it is for; null is the course's next lesson, wherever that moves.</param>
/// <param name="Minutes">What the teacher expects it to take.</param>
/// <param name="Way">How it is done: in writing, by heart.</param>
public sealed record HomeworkDetails(
    DateOnly? Due,
    int? Minutes,
    string? Way,
    string? Pages,
    string? Exercises,
    string? Practice,
    ImmutableArray<HomeworkFile> Files
)
{
    public const int MostMinutes = 600;
    public const int Longest = 200;

    /// <summary>In days after the lesson.</summary>
    public const int LongestAhead = 366;

    public const int MostFiles = 10;

    public static readonly HomeworkDetails None = new(null, null, null, null, null, null, []);

    internal IEnumerable<string> Texts => new[] { Way, Pages, Exercises, Practice }.OfType<string>();

    public bool Equals(HomeworkDetails? other) =>
        other is not null
        && (Due, Minutes, Way, Pages, Exercises, Practice)
            == (other.Due, other.Minutes, other.Way, other.Pages, other.Exercises, other.Practice)
        && Files.SequenceEqual(other.Files);

    public override int GetHashCode() => HashCode.Combine(Due, Minutes, Way, Pages, Exercises, Practice, Files.Length);

    internal HomeworkDetails Tidy() =>
        new(Due, Minutes, Tidy(Way), Tidy(Pages), Tidy(Exercises), Tidy(Practice), Files.IsDefault ? [] : Files);

    private static string? Tidy(string? text) => text?.Trim() is { Length: > 0 } tidy ? tidy : null;
}

/// <summary>A file of a task. Its content lies beside the journal under this id; the log keeps what proves it.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Type">By the content, never by the name.</param>
/// <param name="Hash">SHA-256 of the content, in hexadecimal.</param>
public sealed record HomeworkFile(Guid Id, string Name, int Size, string Type, string Hash);
