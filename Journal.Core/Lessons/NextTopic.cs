namespace Journal.Core.Lessons;

/// <summary>The topic that the plan has for a lesson: its number in the plan, and how many there are.</summary>
public sealed record NextTopic(int Number, int Of, string Topic)
{
    /// <summary>The first one after the topic of the lesson before that has not been given yet; null when the plan has no more.</summary>
    /// <param name="given">Topics of the course that are recorded already, whenever.</param>
    /// <param name="before">Of the last lesson before that has one.</param>
    public static NextTopic? In(IReadOnlyList<string> plan, IReadOnlySet<string> given, string? before)
    {
        var from = 0;
        for (var i = plan.Count - 1; i >= 0 && from == 0; i--)
        {
            if (plan[i] == before)
                from = i + 1;
        }

        for (var i = 0; i < plan.Count; i++)
        {
            var at = (from + i) % plan.Count;
            if (!given.Contains(plan[at]))
                return new NextTopic(at + 1, plan.Count, plan[at]);
        }

        return null;
    }
}
