namespace Journal.Core.Demo;

/// <summary>How big the demo school is.</summary>
/// <param name="MarkedShare">How much of a class gets a mark in an ordinary lesson.</param>
/// <param name="WholeYear">Filled to its end: the last year that is over; else this year, filled to now.</param>
public sealed record DemoVariant(string Name, IReadOnlyList<DemoClassPlan> Classes, double MarkedShare, bool WholeYear)
{
    /// <summary>12 classes, 320 students: what a visitor looks at.</summary>
    public static readonly DemoVariant Small = new(
        "small",
        [
            new(1, "А", 28),
            new(2, "А", 26),
            new(3, "А", 27),
            new(4, "А", 25),
            new(5, "А", 34),
            new(6, "А", 27),
            new(7, "А", 27),
            new(7, "Б", 27),
            new(8, "А", 27),
            new(9, "А", 26),
            new(10, "А", 24),
            new(11, "А", 22),
        ],
        MarkedShare: 0.24,
        WholeYear: false
    );

    /// <summary>40 classes, 1,100 students: a whole year of it is more than 600,000 marks and absences.</summary>
    public static readonly DemoVariant Large = new(
        "large",
        [
            .. from grade in Enumerable.Range(1, 11)
            from letter in grade < 10 ? "АБВГ" : "АБ"
            select new DemoClassPlan(grade, $"{letter}", LargeSize(grade, letter)),
        ],
        MarkedShare: 0.63,
        WholeYear: true
    );

    /// <summary>The large school in the middle of its year: as a server full of people would meet it.</summary>
    public static readonly DemoVariant LargeNow = Large with { WholeYear = false };

    private static int LargeSize(int grade, char letter) =>
        (grade, letter) switch
        {
            (5, 'А') => 34,
            (7, 'Б') => 27,
            (>= 10, 'А') => 27,
            (>= 10, _) => 25,
            (_, 'А') => 28,
            (1 or 2 or 3, _) => 28,
            _ => 27,
        };
}

/// <summary>«5А» of 34 students.</summary>
public sealed record DemoClassPlan(int Grade, string Letter, int Students)
{
    public string Name => $"{Grade}{Letter}";
}
