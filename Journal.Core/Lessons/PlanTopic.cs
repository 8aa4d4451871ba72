namespace Journal.Core.Lessons;

/// <summary>One topic of a plan; its number is its place. A topic of n hours takes n lessons.</summary>
/// <param name="Work">The kind of work that the plan has for it («Контрольная работа»), in the words of the plan.</param>
public sealed record PlanTopic(string Topic, int Hours, string? Section = null, string? Homework = null, string? Work = null)
{
    /// <summary>Whether the lesson is meant for checking what was learnt: it is never merged with another.</summary>
    public bool IsControl => (Work ?? Topic).Contains("контрольн", StringComparison.OrdinalIgnoreCase);

    internal PlanTopic Tidy() => new(Topic?.Trim() ?? "", Hours, Blank(Section?.Trim()), Blank(Homework?.Trim()), Blank(Work?.Trim()));

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
