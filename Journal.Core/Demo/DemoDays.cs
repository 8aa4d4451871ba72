using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.Demo;

/// <summary>The year day by day: what every teacher entered, up to a moment. The same school gives the same days.</summary>
public sealed class DemoDays
{
    private static readonly TimeOnly ReasonsAreIn = new(15, 30);

    private readonly DemoSchool _school;
    private readonly DemoTopics _topics = new();

    public DemoDays(DemoSchool school)
    {
        _school = school;
        Lessons = DemoLessons.Of(school);
    }

    /// <summary>Every lesson of the year, past and future, by date, number and course.</summary>
    public IReadOnlyList<DemoLesson> Lessons { get; }

    /// <summary>The topics of a course's lessons in order.</summary>
    public ImmutableArray<string> PlanOf(DemoCourse course) => [.. _topics.Plan(course.Subject, course.Grade).Select(t => t.Text)];

    /// <summary>What had been entered when the school's clocks showed this time.</summary>
    public IEnumerable<DemoDay> Until(DateTime moment)
    {
        var (today, time) = (DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
        var health = new DemoHealth(_school);
        var works = new DemoWorkNumbers(Lessons.Count);
        DemoCourseBook[] books =
        [
            .. _school.Courses.Select(c => new DemoCourseBook(_school, c, _topics.Plan(c.Subject, c.Grade), health, works)),
        ];
        var before = _school.Year.Starts.AddDays(-1);
        foreach (var day in Lessons.TakeWhile(l => l.Date <= today).GroupBy(l => l.Date))
        {
            var given = day.Where(l => day.Key < today || DemoBells.End(l.Number) <= time);
            List<DemoEntry> entries = [.. given.Select(l => books[l.Course.Value - 1].Give(l, today))];
            List<DemoReason> reasons = day.Key < today || time >= ReasonsAreIn ? [.. Reasons(health, before, day.Key)] : [];

            yield return new(day.Key, entries, reasons);
            before = day.Key;
        }
    }

    private IEnumerable<DemoReason> Reasons(DemoHealth health, DateOnly after, DateOnly day)
    {
        foreach (var away in health.ExplainedOn(after, day))
        {
            var document = away.Ill && away.To > away.From.AddDays(2) ? $"справка от {away.To:dd.MM.yyyy}" : null;
            foreach (var lesson in away.Missed)
            {
                var own = _school.ClassOf(away.Student.ClassOn(lesson.Date));
                yield return new(lesson, away.Student.Id, own.Id, own.ClassTeacher, away.Ill, document);
            }
        }
    }
}

/// <summary>Columns beside the lessons' own are numbered after them.</summary>
internal sealed class DemoWorkNumbers(int lessons)
{
    private int _last = lessons;

    public WorkId Next() => new(++_last);
}
