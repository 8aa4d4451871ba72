using System.Collections.Immutable;
using Journal.Core.Lessons;

namespace Journal.Web.Plan;

/// <summary>The plan as it is shown: the topics of the draft laid on the lessons of the course, and where the course is just now.</summary>
/// <param name="Now">The topic of the next lesson to come; null when no lesson to come has one.</param>
public sealed record PlanBoard(ImmutableArray<PlanBoardRow> Rows, PlanCalendar Calendar, int? Now)
{
    public bool HasHomework => Rows.Any(row => row.Row.Topic.Homework is not null);

    public bool HasWork => Rows.Any(row => row.Row.Topic.Work is not null);

    public static PlanBoard Of(PlanDraft draft, IEnumerable<CourseLesson> lessons, DateOnly today)
    {
        var calendar = PlanCalendar.Of(draft.Topics, lessons, today);
        var lines = calendar.Lines.GetEnumerator();
        var rows = ImmutableArray.CreateBuilder<PlanBoardRow>(draft.Rows.Count);
        string? section = null;
        foreach (var row in draft.Rows)
        {
            var line = !row.IsBlank && lines.MoveNext() ? lines.Current : null;
            rows.Add(new(row, line, row.Topic.Section == section ? null : row.Topic.Section));
            section = row.Topic.Section;
        }

        var next = calendar.Lessons.FirstOrDefault(one => one.Place is LessonPlace.Ahead && one.Topic is not null);
        var now = next is null ? null : rows.FirstOrDefault(row => row.Line?.Number == next.Topic);
        return new(rows.ToImmutable(), calendar, now?.Row.Key);
    }
}

/// <summary>A topic in its place.</summary>
/// <param name="Line">Its dates; null as long as there is nothing in it.</param>
/// <param name="Section">The section that begins with it.</param>
public sealed record PlanBoardRow(DraftTopic Row, PlanLine? Line, string? Section);
