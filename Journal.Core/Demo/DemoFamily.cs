namespace Journal.Core.Demo;

/// <summary>Parents and the children they have in this school.</summary>
internal sealed class DemoFamily(DemoSurname surname, string father)
{
    public DemoSurname Surname { get; } = surname;

    /// <summary>The father's given name: the children's patronymic, also where he is no guardian.</summary>
    public string Father { get; } = father;

    public List<(DemoStudent Student, int Grade)> Children { get; } = [];

    /// <summary>A younger or older brother or sister may join: families have up to three, a year apart at least.</summary>
    public bool MayHaveOneMoreIn(int grade) => Children.Count < 3 && Children.TrueForAll(c => Math.Abs(c.Grade - grade) >= 2);
}

/// <summary>Everyone who studies here and who answers for them.</summary>
internal sealed record DemoFamilies(
    IReadOnlyList<DemoStudent> Students,
    IReadOnlyList<DemoPerson> Guardians,
    IReadOnlyList<DemoGuardianship> Guardianships
);
