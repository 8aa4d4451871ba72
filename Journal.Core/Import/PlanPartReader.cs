using Journal.Core.Lessons;

namespace Journal.Core.Import;

/// <summary>Walks down the rows of one plan: sections, topics, totals.</summary>
internal sealed class PlanPartReader(PlanColumns columns, IReadOnlyList<TableRow> rows)
{
    private readonly List<PlanImportRow> _topics = [];
    private readonly List<PlanFinding> _findings = [];
    private bool _areCounted;
    private bool _areNumbered;
    private bool _areSectionsRepeated;
    private string? _section;
    private int? _lastNumber;
    private int? _declared;
    private int _hoursOfSection;
    private int _hours;

    public PlanPart Read(string name)
    {
        PlanFileRow[] all = [.. rows.Select(row => new PlanFileRow(row, columns))];
        PlanFileRow[] topics = [.. all.Where(row => row.Topic.Length > 0)];
        _areCounted = topics.Count(row => row.IsCounted) * 2 > topics.Length;
        _areNumbered = topics.Count(row => row.Number is not null) * 2 > topics.Length;
        // Written at every topic, not once above several of them: then a blank one means none.
        _areSectionsRepeated = topics
            .Zip(topics.Skip(1))
            .Any(two => two.First.Section.Length > 0 && two.First.Section == two.Second.Section);
        foreach (var row in all)
            Take(row);
        if (_topics.Count > LessonPlan.MostTopics)
            Find(0, PlanFindingKind.TooManyTopics, _topics.Count, LessonPlan.MostTopics);

        return new(name, [.. _topics], [.. _findings.OrderBy(finding => finding.Row)], _declared);
    }

    private void Take(PlanFileRow row)
    {
        if (row.IsTotal)
            TakeTotal(row);
        else if (row.AsSection(_areNumbered, _areCounted) is { } section)
            Begin(section);
        else if (row.Topic.Length > 0)
            TakeTopic(row);
        else if (row.IsCounted)
            MissTopic(row);
    }

    private void MissTopic(PlanFileRow row)
    {
        Find(row.Row, PlanFindingKind.TopicMissing);
        CheckNumber(row);
    }

    private void Begin(string? section) => (_section, _hoursOfSection) = (section, 0);

    private void TakeTotal(PlanFileRow row)
    {
        var sum = row.IsTotalOfSection ? _hoursOfSection : _hours;
        if (row.Total is not { } declared)
            return;
        if (!row.IsTotalOfSection)
            _declared = declared;
        if (declared != sum)
            Find(row.Row, PlanFindingKind.TotalDiffers, sum, declared);
    }

    private void TakeTopic(PlanFileRow row)
    {
        if (row.Section.Length > 0 ? row.Section != _section : _areSectionsRepeated)
            Begin(Text(row.Section));
        var hours = HoursOf(row);
        var topic = new PlanTopic(row.Topic, hours ?? 0, _section, Text(row.Homework), Text(row.Work));
        if (hours is null)
            Find(row.Row, PlanFindingKind.HoursNotANumber);
        var isFit = hours is not null && IsFit(topic, row);
        _topics.Add(new(row.Row, row.Number?.First, topic, isFit));
        _hours += hours ?? 0;
        _hoursOfSection += hours ?? 0;
        CheckNumber(row);
        CheckTotalIn(row);
        if (row.HasFormula)
            Find(row.Row, PlanFindingKind.FormulaNotEvaluated);
    }

    private int? HoursOf(PlanFileRow row)
    {
        if (row.HoursText.Length > 0)
            return PlanFileRow.Whole(row.HoursText);
        if (row.Number is var (first, last) && last > first)
            return last - first + 1;
        if (columns.Hours is not null)
            Find(row.Row, PlanFindingKind.HoursMissing);

        return 1;
    }

    private bool IsFit(PlanTopic topic, PlanFileRow row)
    {
        (PlanFindingKind Kind, int? Found, int? Most)? wrong = LessonPlan.Wrong(topic, _topics.Count + 1) switch
        {
            null => null,
            PlanTopicMissing => (PlanFindingKind.TopicMissing, null, null),
            PlanTopicTooLong e => (PlanFindingKind.TopicTooLong, e.Length, e.Longest),
            PlanHoursOutOfRange e => (PlanFindingKind.HoursOutOfRange, e.Hours, e.Most),
            PlanSectionTooLong e => (PlanFindingKind.TextTooLong, e.Length, e.Longest),
            PlanHomeworkTooLong e => (PlanFindingKind.TextTooLong, e.Length, e.Longest),
            PlanWorkTooLong e => (PlanFindingKind.TextTooLong, e.Length, e.Longest),
            _ => (PlanFindingKind.TextUnreadable, null, null),
        };
        if (wrong is var (kind, found, most))
            Find(row.Row, kind, found, most);

        return wrong is null;
    }

    // Every section may begin at 1 again.
    private void CheckNumber(PlanFileRow row)
    {
        if (row.Number is not var (first, last))
            return;
        if (_lastNumber is { } before && first != before + 1 && first != 1)
            Find(row.Row, PlanFindingKind.NumberingGap, first, before + 1);
        _lastNumber = last;
    }

    private void CheckTotalIn(PlanFileRow row)
    {
        if (PlanFileRow.TotalIn(row.Topic) is not { } declared)
            return;
        _declared = declared;
        Find(row.Row, PlanFindingKind.TotalInTopic, null, declared);
        if (declared != _hours)
            Find(row.Row, PlanFindingKind.TotalDiffers, _hours, declared);
    }

    private void Find(int row, PlanFindingKind kind, int? found = null, int? expected = null) =>
        _findings.Add(new(row, kind, found, expected));

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
