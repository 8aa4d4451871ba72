using Journal.Core.Classes;

namespace Journal.Core.Demo;

/// <summary>A course before it is known who teaches it and which students it has.</summary>
/// <param name="Part">1 or 2 for a subgroup, else 0.</param>
internal sealed record DemoDraft(
    DemoSubject Subject,
    GroupKind Kind,
    IReadOnlyList<DemoClass> Classes,
    int Part,
    int HalfHours,
    bool TwoTeachers
)
{
    public DemoClass FirstClass => Classes[0];

    /// <summary>In grades 1–4 one teacher gives nearly everything.</summary>
    public string Area =>
        FirstClass.Grade <= 4 && Subject.Area is not ("английский" or "физкультура" or "музыка" or "классный") ? "начальные" : Subject.Area;
}

/// <summary>Which courses a school of these classes has: by curriculum, with subgroups, a stream and one individual plan.</summary>
internal static class DemoCourses
{
    public const string Individual = "Второй иностранный (немецкий) язык";
    public const string Elective = "Решение нестандартных задач";
    public const string ClassOfIndividualPlan = "9А";

    private const string English = "Иностранный (английский) язык";
    private const string Craft = "Труд (технология)";
    private const int SplitFrom = 27;

    public static IReadOnlyList<DemoDraft> Of(IReadOnlyList<DemoClass> classes, DemoCurriculum curriculum) =>
        [.. classes.SelectMany(c => OfClass(c, curriculum)), .. Electives(classes, curriculum), .. IndividualPlan(classes, curriculum)];

    private static IEnumerable<DemoDraft> OfClass(DemoClass own, DemoCurriculum curriculum)
    {
        foreach (var (subject, halfHours) in curriculum.Of(own.Grade).Where(s => s.Subject.Name != Elective))
        {
            if (subject.Name == English && own is { Grade: >= 5, Seats: >= SplitFrom })
            {
                yield return new(subject, GroupKind.Subgroup, [own], 1, halfHours, TwoTeachers: false);
                yield return new(subject, GroupKind.Subgroup, [own], 2, halfHours, TwoTeachers: false);
                continue;
            }

            var together = subject.Name == Craft && own.Name is ("5А" or "7Б");
            yield return new(subject, GroupKind.WholeClass, [own], 0, halfHours, together);
        }
    }

    private static IEnumerable<DemoDraft> Electives(IReadOnlyList<DemoClass> classes, DemoCurriculum curriculum) =>
        classes
            .Where(c => c.Grade >= 10)
            .Chunk(2)
            .Select(pair => new DemoDraft(curriculum.Subject(Elective), GroupKind.Stream, pair, 0, 2, TwoTeachers: false));

    private static IEnumerable<DemoDraft> IndividualPlan(IReadOnlyList<DemoClass> classes, DemoCurriculum curriculum) =>
        classes
            .Where(c => c.Name == ClassOfIndividualPlan)
            .Select(c => new DemoDraft(curriculum.Subject(Individual), GroupKind.Individual, [c], 0, 4, TwoTeachers: false));
}
