using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;

namespace Journal.Core.Demo;

/// <summary>Who is taught together, since when and until when.</summary>
internal sealed class DemoGrouping
{
    private readonly int _seed;
    private readonly DemoYear _year;
    private readonly ILookup<ClassId, (DemoStudent Student, DaySpan Days)> _classes;
    private readonly List<DemoGroup> _groups = [];

    public DemoGrouping(int seed, DemoYear year, IReadOnlyList<DemoStudent> students, IReadOnlyList<DemoClass> classes)
    {
        (_seed, _year) = (seed, year);
        _classes = students.SelectMany(Stays).ToLookup(s => s.Class, s => (s.Student, s.Days));
        foreach (var schoolClass in classes)
            Add(GroupKind.WholeClass, schoolClass.Name, [schoolClass], (_, _) => true);
    }

    public IReadOnlyList<DemoGroup> Groups => _groups;

    public DemoGroup GroupOf(DemoDraft draft) =>
        draft.Kind switch
        {
            GroupKind.Subgroup => Add(draft.Kind, SubgroupName(draft), draft.Classes, (_, place) => place % 2 == draft.Part - 1),
            GroupKind.Stream => Add(draft.Kind, StreamName(draft), draft.Classes, (student, _) => HasChosen(student)),
            GroupKind.Individual => Add(
                draft.Kind,
                $"{draft.FirstClass.Name}, индивидуальный план",
                draft.Classes,
                (student, _) => student.Note == "индивидуальный план"
            ),
            _ => _groups[draft.FirstClass.Id.Value - 1],
        };

    private static string SubgroupName(DemoDraft draft) =>
        $"{draft.FirstClass.Name}, {draft.Subject.Brief.ToLowerInvariant()}, группа {draft.Part}";

    private static string StreamName(DemoDraft draft) => string.Join(" + ", draft.Classes.Select(c => c.Name));

    private DemoGroup Add(GroupKind kind, string name, IReadOnlyList<DemoClass> classes, Func<DemoStudent, int, bool> belongs)
    {
        var id = new GroupId(_groups.Count + 1);
        var members =
            from schoolClass in classes
            from stay in _classes[schoolClass.Id].Where((s, place) => belongs(s.Student, place))
            select new GroupMember(stay.Student.Id, id, schoolClass.Id, stay.Days);
        var group = new DemoGroup(new(id, _year.Id, kind, name, [.. classes.Select(c => c.Id)]), [.. members]);
        _groups.Add(group);

        return group;
    }

    private bool HasChosen(DemoStudent student) => DemoRandom.For(_seed, DemoDraw.Elective, student.Id.Value).Chance(0.6);

    private IEnumerable<(ClassId Class, DemoStudent Student, DaySpan Days)> Stays(DemoStudent student)
    {
        if (student.Moved is not { } move)
            return [(student.Class, student, new(_year.Starts, null))];

        return [(student.Class, student, new(_year.Starts, move.Since.AddDays(-1))), (move.To, student, new(move.Since, null))];
    }
}
