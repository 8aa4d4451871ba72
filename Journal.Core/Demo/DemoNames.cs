namespace Journal.Core.Demo;

internal enum DemoGeneration
{
    Child,
    Parent,
    Elder,
}

/// <summary>A surname for a man and for a woman.</summary>
internal readonly record struct DemoSurname(string Male, string Female)
{
    public string For(bool female) => female ? Female : Male;

    /// <summary>The pair of a surname met in one of its forms; «Мельник» has one form for both.</summary>
    public static DemoSurname From(string met, bool female)
    {
        var male = female && met.EndsWith('а') ? met[..^1] : met;
        var hasTwo = male.EndsWith("ов", StringComparison.Ordinal) || male.EndsWith("ев", StringComparison.Ordinal);
        hasTwo |= male.EndsWith("ёв", StringComparison.Ordinal) || male.EndsWith("ин", StringComparison.Ordinal);

        return new(male, hasTwo ? male + "а" : male);
    }
}

/// <summary>Names as people of each generation bear them. The lists are counts of names, not of people: nobody real is meant.</summary>
internal sealed class DemoNames
{
    private readonly Dictionary<(bool Female, DemoGeneration), List<string>> _given = [];
    private readonly Dictionary<string, (string Son, string Daughter)> _patronymics = [];
    private readonly List<DemoSurname> _surnames;

    public DemoNames()
    {
        foreach (var row in DemoData.Rows("given-names"))
            List(row[1] == "ж", GenerationOf(row[2])).Add(row[0]);

        foreach (var row in DemoData.Rows("patronymics"))
            _patronymics[row[0]] = (row[1], row[2]);

        _surnames = [.. DemoData.Rows("surnames").Select(r => new DemoSurname(r[0], r[1]))];
    }

    public string Given(ref DemoRandom random, bool female, DemoGeneration generation) => random.Of(List(female, generation));

    public DemoSurname Surname(ref DemoRandom random) => random.Of(_surnames);

    public string Patronymic(string father, bool female) => female ? _patronymics[father].Daughter : _patronymics[father].Son;

    /// <summary>A grown person of an earlier generation: all three names.</summary>
    public (string Family, string Given, string Patronymic) Adult(
        ref DemoRandom random,
        bool female,
        DemoGeneration generation,
        DemoSurname? surname = null
    )
    {
        var family = (surname ?? Surname(ref random)).For(female);
        var given = Given(ref random, female, generation);

        return (family, given, Patronymic(Given(ref random, female: false, DemoGeneration.Elder), female));
    }

    private static DemoGeneration GenerationOf(string word) =>
        word switch
        {
            "ребёнок" => DemoGeneration.Child,
            "родитель" => DemoGeneration.Parent,
            _ => DemoGeneration.Elder,
        };

    private List<string> List(bool female, DemoGeneration generation)
    {
        if (!_given.TryGetValue((female, generation), out var list))
            _given[(female, generation)] = list = [];

        return list;
    }
}
