using System.Collections.Immutable;

namespace Journal.Core.Lessons;

/// <summary>Two neighbouring topics given in one hour less. Numbers count from 1.</summary>
public sealed record PlanMerge(int First, int Second, int Hours);

/// <summary>How the plan can still end with the year. A proposal: nobody but the teacher changes a plan.</summary>
/// <param name="StillShort">Hours that no merging saves.</param>
public sealed record PlanMerges(ImmutableArray<PlanMerge> Merges, int StillShort)
{
    private static readonly string[] Spare = ["резерв", "повторени", "обобщ", "систематизац", "закреплени"];

    /// <summary>
    /// As many pairs as hours are short: neighbours of one section that have not begun, never a control work, each in one pair only. Reserve and
    /// revision first, then where most hours are, the later the better.
    /// </summary>
    public static PlanMerges For(PlanCalendar calendar)
    {
        var missing = calendar.Progress.Missing;
        var pairs = calendar
            .Lines.Zip(calendar.Lines.Skip(1))
            .Where(pair => MayMerge(pair.First, pair.Second))
            .OrderByDescending(pair => SpareOf(pair.First) + SpareOf(pair.Second))
            .ThenByDescending(pair => pair.First.Topic.Hours + pair.Second.Topic.Hours)
            .ThenByDescending(pair => pair.First.Number);
        var (taken, merges) = (new HashSet<int>(), new List<PlanMerge>());
        foreach (var (first, second) in pairs)
        {
            if (merges.Count == missing)
                break;
            if (taken.Contains(first.Number) || taken.Contains(second.Number))
                continue;
            taken.UnionWith([first.Number, second.Number]);
            merges.Add(new(first.Number, second.Number, first.Topic.Hours + second.Topic.Hours - 1));
        }

        return new([.. merges.OrderBy(merge => merge.First)], missing - merges.Count);
    }

    /// <summary>The plan with these pairs made one, to be set if the teacher agrees.</summary>
    public ImmutableArray<PlanTopic> Applied(ImmutableArray<PlanTopic> topics)
    {
        var byFirst = Merges.ToDictionary(merge => merge.First);
        var after = new List<PlanTopic>();
        for (var number = 1; number <= topics.Length; number++)
        {
            var topic = topics[number - 1];
            if (byFirst.TryGetValue(number, out var merge))
                after.Add(Joined(topic, topics[number++], merge.Hours));
            else
                after.Add(topic);
        }

        return [.. after];
    }

    private static bool MayMerge(PlanLine first, PlanLine second) =>
        !first.IsBegun
        && !second.IsBegun
        && !first.Topic.IsControl
        && !second.Topic.IsControl
        && first.Topic.Section == second.Topic.Section
        && Joined(first.Topic, second.Topic, 1).Topic.Length <= LessonPlan.LongestTopic;

    private static int SpareOf(PlanLine line) =>
        Array.Exists(Spare, word => line.Topic.Topic.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 1 : 0;

    private static PlanTopic Joined(PlanTopic first, PlanTopic second, int hours) =>
        first with
        {
            Topic = $"{first.Topic.TrimEnd('.')}. {second.Topic}",
            Hours = hours,
            Homework = Both(first.Homework, second.Homework, "\n"),
            Work = Both(first.Work, second.Work, "; "),
        };

    private static string? Both(string? first, string? second, string between) =>
        first is null || second is null || first == second ? first ?? second : first + between + second;
}
