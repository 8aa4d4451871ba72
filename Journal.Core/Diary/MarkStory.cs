using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Diary;

/// <summary>A value a cell was given for the family to see; "" is an empty one.</summary>
public sealed record MarkEntry(DateTimeOffset At, PersonId By, string Value);

/// <summary>What a family may know of a cell's past, oldest first.</summary>
/// <param name="Removed">The column is gone, and the mark with it.</param>
public sealed record MarkStory(
    CourseId Course,
    WorkId Work,
    DateOnly Date,
    string Subject,
    string WorkType,
    string? Title,
    bool Removed,
    IReadOnlyList<MarkEntry> Entries
)
{
    /// <summary>The lesson was missed, and made up by this protocol.</summary>
    public MakeUpProtocol? MakeUp { get; init; }

    /// <summary>It was something else once.</summary>
    public bool WasChanged => Entries.Count > 1;

    public bool IsGone => Entries is [.., { Value: "" }];
}

public static class MarkEntries
{
    /// <summary>
    /// A teacher's own correction within the grace time is the same mark put right: the slip is never told, nor a mark that was put and taken back
    /// in it. What happened while the column was hidden is not told either.
    /// </summary>
    /// <param name="facts">All of the cell, oldest first.</param>
    public static IReadOnlyList<MarkEntry> Of(IEnumerable<CellFact> facts, GraceTime grace)
    {
        var entries = new List<MarkEntry>();
        foreach (var fact in facts.Where(fact => fact.Shown && fact.After != ValueOf(entries, 1)))
        {
            if (entries is not [.., var last] || !grace.Covers(last.By, last.At, fact.By, fact.At))
                entries.Add(new(fact.At, fact.By, fact.After));
            else if (fact.After == ValueOf(entries, 2))
                entries.RemoveAt(entries.Count - 1);
            else
                entries[^1] = last with { Value = fact.After };
        }

        return entries;
    }

    private static string ValueOf(List<MarkEntry> entries, int fromTheEnd) => entries.Count < fromTheEnd ? "" : entries[^fromTheEnd].Value;
}
