using Journal.Core.Basics;

namespace Journal.Core.Demo;

/// <summary>Days a student was away: every lesson of them. The reason comes later, or never.</summary>
internal sealed record DemoAway(DemoStudent Student, DateOnly From, DateOnly To, bool Ill, DateOnly? Explained)
{
    /// <summary>The lessons missed, as they were met.</summary>
    public List<DemoLesson> Missed { get; } = [];
}

/// <summary>Who is away when: a few illnesses of some days, a day or two for other good reasons.</summary>
internal sealed class DemoHealth
{
    private readonly DemoAway[][] _away;
    private readonly int _first;

    public DemoHealth(DemoSchool school)
    {
        _first = school.Students.Min(s => s.Id.Value);
        _away = new DemoAway[school.Students.Count][];
        foreach (var student in school.Students)
            _away[student.Id.Value - _first] = [.. Draw(school, student)];
    }

    public IEnumerable<DemoAway> ExplainedOn(DateOnly after, DateOnly day) =>
        _away.SelectMany(a => a).Where(a => a.Explained is { } explained && explained > after && explained <= day);

    public DemoAway? On(StudentId student, DateOnly day)
    {
        foreach (var away in _away[student.Value - _first])
            if (away.From <= day && day <= away.To)
                return away;

        return null;
    }

    private static IEnumerable<DemoAway> Draw(DemoSchool school, DemoStudent student)
    {
        var random = DemoRandom.For(school.Seed, DemoDraw.Illness, student.Id.Value);
        var year = school.Year.Ends.DayNumber - school.Year.Starts.DayNumber;
        var times = 1 + random.Below(5);
        for (var i = 0; i < times; i++)
        {
            var ill = random.Chance(0.65);
            var from = school.Year.Starts.AddDays(random.Below(year));
            var to = from.AddDays(ill ? 2 + random.Below(8) : random.Below(2));

            yield return new(student, from, to, ill, random.Chance(0.07) ? null : to.AddDays(1 + random.Below(4)));
        }
    }
}
