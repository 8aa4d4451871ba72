using System.Collections.Immutable;

namespace Journal.Core.Lessons;

public enum PlanChangeKind
{
    Added = 1,
    Removed,
    Moved,

    /// <summary>Other words, hours, section, homework or kind of work.</summary>
    Changed,
}

/// <summary>What became of one topic: what and where it was, what and where it is. Numbers count from 1.</summary>
public sealed record PlanChange(PlanChangeKind Kind, int? WasNumber, PlanTopic? Was, int? IsNumber, PlanTopic? Is)
{
    /// <summary>In the order of the plan as it is, what is gone where it stood.</summary>
    public static ImmutableArray<PlanChange> Between(ImmutableArray<PlanTopic> before, ImmutableArray<PlanTopic> after)
    {
        var pairs = Common(before, after);
        var moved = Moved(before, after, pairs);
        var changes = new List<PlanChange>();
        var (was, now) = (0, 0);
        foreach (var (i, j) in pairs.Append((before.Length, after.Length)))
        {
            AddGap(changes, before, after, was..i, now..j, moved);
            if (i < before.Length && before[i] != after[j])
                changes.Add(new(PlanChangeKind.Changed, i + 1, before[i], j + 1, after[j]));
            (was, now) = (i + 1, j + 1);
        }

        return [.. changes];
    }

    // Between two topics that stayed, one that is gone and one that is new in its place are the same one in other words.
    private static void AddGap(
        List<PlanChange> changes,
        ImmutableArray<PlanTopic> before,
        ImmutableArray<PlanTopic> after,
        Range was,
        Range now,
        Dictionary<int, int> moved
    )
    {
        var gone = Numbers(was, before.Length).Where(i => !moved.ContainsValue(i)).ToArray();
        var fresh = Numbers(now, after.Length).Where(j => !moved.ContainsKey(j)).ToArray();
        var both = Math.Min(gone.Length, fresh.Length);
        for (var k = 0; k < both; k++)
            changes.Add(new(PlanChangeKind.Changed, gone[k] + 1, before[gone[k]], fresh[k] + 1, after[fresh[k]]));
        foreach (var i in gone[both..])
            changes.Add(new(PlanChangeKind.Removed, i + 1, before[i], null, null));
        foreach (var j in fresh[both..])
            changes.Add(new(PlanChangeKind.Added, null, null, j + 1, after[j]));
        foreach (var j in Numbers(now, after.Length).Where(moved.ContainsKey))
            changes.Add(new(PlanChangeKind.Moved, moved[j] + 1, before[moved[j]], j + 1, after[j]));
    }

    private static IEnumerable<int> Numbers(Range range, int length)
    {
        var (from, count) = range.GetOffsetAndLength(length);
        return Enumerable.Range(from, count);
    }

    // New place → old place, of topics that left the order and stand elsewhere in the same words.
    private static Dictionary<int, int> Moved(
        ImmutableArray<PlanTopic> before,
        ImmutableArray<PlanTopic> after,
        IReadOnlyList<(int Was, int Is)> pairs
    )
    {
        var (kept, stayed) = (pairs.Select(pair => pair.Was).ToHashSet(), pairs.Select(pair => pair.Is).ToHashSet());
        var left = Enumerable.Range(0, before.Length).Where(i => !kept.Contains(i)).ToList();
        var moved = new Dictionary<int, int>();
        for (var j = 0; j < after.Length; j++)
        {
            var at = stayed.Contains(j) ? -1 : left.FindIndex(i => before[i].Topic == after[j].Topic);
            if (at < 0)
                continue;
            moved.Add(j, left[at]);
            left.RemoveAt(at);
        }

        return moved;
    }

    // The longest common order of topics, by their words: 400 × 400 steps at most.
    private static List<(int Was, int Is)> Common(ImmutableArray<PlanTopic> before, ImmutableArray<PlanTopic> after)
    {
        var longest = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                longest[i, j] =
                    before[i].Topic == after[j].Topic ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var pairs = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < before.Length && j < after.Length; )
        {
            if (before[i].Topic == after[j].Topic)
                pairs.Add((i++, j++));
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }

        return pairs;
    }
}
