using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Journal.Core.School;

namespace Journal.Core.Demo;

/// <summary>What a lesson is about, and the work written in it, if the topic speaks of one.</summary>
internal readonly record struct DemoTopic(string Text, WorkType? Work);

/// <summary>The lesson plans: word for word where the federal programme has one, else its sections unfolded into lessons by their hours.</summary>
internal sealed partial class DemoTopics
{
    private const int TestedFrom = 6;

    private readonly Dictionary<(string Subject, int Grade), List<(string Topic, int Hours)>> _sections = [];
    private readonly Dictionary<(DemoSubject Subject, int Grade), ImmutableArray<DemoTopic>> _plans = [];

    public DemoTopics()
    {
        foreach (var row in DemoData.Rows("topics").Concat(DemoData.Rows("school-topics")))
        foreach (var grade in DemoData.Grades(row[1]))
            Add(row[0], grade, row[2], DemoData.Whole(row[3]));
    }

    /// <summary>One topic per lesson, as long as the plan lasts.</summary>
    public ImmutableArray<DemoTopic> Plan(DemoSubject subject, int grade)
    {
        if (!_plans.TryGetValue((subject, grade), out var plan))
            _plans[(subject, grade)] = plan = [.. Lessons(subject, grade).Select(t => new DemoTopic(t, DemoWorkTypes.Of(t)))];

        return plan;
    }

    /// <summary>Names with initials would be cut in two at their points.</summary>
    [GeneratedRegex(@"\p{Lu}\.", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Initial();

    private void Add(string subject, int grade, string topic, int hours)
    {
        if (!_sections.TryGetValue((subject, grade), out var sections))
            _sections[(subject, grade)] = sections = [];

        sections.Add((topic, hours));
    }

    private IEnumerable<string> Lessons(DemoSubject subject, int grade)
    {
        if (!_sections.TryGetValue((subject.Name, grade), out var sections))
            return [];

        return sections.SelectMany(s => s.Hours <= 1 ? [s.Topic] : Unfold(s.Topic, s.Hours, subject.Tasks is not null));
    }

    private static IEnumerable<string> Unfold(string section, int hours, bool tested)
    {
        var parts = Parts(section, hours);
        var last = tested && hours >= TestedFrom ? hours - 1 : hours;
        for (var part = 0; part < parts.Length; part++)
        {
            var (from, to) = (part * last / parts.Length, (part + 1) * last / parts.Length);
            for (var lesson = from; lesson < to; lesson++)
                yield return to - from == 1 ? parts[part] : $"{parts[part]}. Урок {lesson - from + 1} из {to - from}";
        }

        if (last < hours)
            yield return $"Контрольная работа по теме «{parts[0].Replace('«', '„').Replace('»', '“')}»";
    }

    private static string[] Parts(string section, int hours)
    {
        var parts = section.Split(". ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        return parts.Length <= hours / 2 && !Initial().IsMatch(section) ? parts : [section];
    }
}
