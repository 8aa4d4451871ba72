namespace Journal.Core.Lessons;

/// <summary>The topic that the plan has for a lesson: its number in the plan, and how many there are.</summary>
public sealed record NextTopic(int Number, int Of, string Topic)
{
    /// <summary>
    /// The topic of the lesson before while hours of it are left, else the first one after it that has any; null when the plan has no more.
    /// </summary>
    /// <param name="given">How many lessons of the course have each topic recorded already, whenever.</param>
    /// <param name="before">Of the last lesson before that has one.</param>
    public static NextTopic? In(IReadOnlyList<PlanTopic> plan, IReadOnlyDictionary<string, int> given, string? before)
    {
        var from = 0;
        for (var i = plan.Count - 1; i >= 0 && from == 0; i--)
        {
            if (plan[i].Topic == before)
                from = i;
        }

        for (var i = 0; i < plan.Count; i++)
        {
            var at = (from + i) % plan.Count;
            if (given.GetValueOrDefault(plan[at].Topic) < plan[at].Hours)
                return new NextTopic(at + 1, plan.Count, plan[at].Topic);
        }

        return null;
    }
}
