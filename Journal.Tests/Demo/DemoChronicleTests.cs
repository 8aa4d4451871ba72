using Journal.Core.Basics;
using Journal.Core.Demo;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Microsoft.Extensions.Time.Testing;

namespace Journal.Tests.Demo;

/// <summary>The rules let the demo be written whenever it is started: a refusal would throw.</summary>
public class DemoChronicleTests
{
    private static readonly SchoolClock Clock = new(new FakeTimeProvider(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    [Theory]
    [InlineData("2025-08-31T12:00", true)] // summer: the year that is over
    [InlineData("2025-09-01T07:00", false)] // before the first bell
    [InlineData("2025-09-01T09:15", true)]
    [InlineData("2027-01-03T12:00", true)] // New Year's holidays
    [InlineData("2028-02-29T18:00", true)]
    [InlineData("2029-05-26T10:00", true)]
    public void The_demo_can_be_started_on_any_day(string moment, bool hasRecords)
    {
        var at = DateTime.Parse(moment);
        var school = DemoSchool.Build(DemoVariant.Small, DateOnly.FromDateTime(at));

        var facts = new DemoChronicle(school, Clock).Facts(at).ToList();

        Assert.Equal(hasRecords, facts.Exists(f => f.Event is LessonRecorded));
        Assert.True(facts[^1].At <= Clock.MomentOf(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)));
    }

    [Fact]
    public void Nothing_in_the_log_tells_a_name()
    {
        var school = DemoSchools.Small;
        var facts = new DemoChronicle(school, Clock).Facts(new DateTime(2026, 9, 11, 18, 0, 0));
        var surnames = school.Students.Select(s => s.Card.Family).Where(f => f.Length > 6).ToHashSet();

        var texts = facts
            .Select(f => f.Event)
            .SelectMany(e =>
                e switch
                {
                    LessonRecorded l => [l.After.Topic, l.After.Homework],
                    MarkSet m => [m.After.Comment],
                    ReasonSet r => [r.After?.Document],
                    _ => Array.Empty<string?>(),
                }
            )
            .OfType<string>()
            .Distinct();

        Assert.DoesNotContain(texts, text => text.Split(' ', '.', ',').Any(surnames.Contains));
    }
}
