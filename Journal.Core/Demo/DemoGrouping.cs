using Journal.Core.Basics;

namespace Journal.Core.Demo;

/// <summary>Who is taught together, since when and until when.</summary>
internal sealed class DemoGrouping
{
    private readonly int _seed;
    private readonly DemoYear _year;
    private readonly ILookup<ClassId, DemoMember> _members;
    private readonly Dictionary<StudentId, DemoStudent> _students;
    private readonly List<DemoGroup> _groups = [];

    public DemoGrouping(int seed, DemoYear year, IReadOnlyList<DemoStudent> students, IReadOnlyList<DemoClass> classes)
    {
        (_seed, _year) = (seed, year);
        _students = students.ToDictionary(s => s.Id);
        _members = students.SelectMany(Stays).ToLookup(s => s.Class, s => s.Member);
        foreach (var schoolClass in classes)
            Add(DemoGroupKind.WholeClass, schoolClass.Name, [schoolClass], [.. _members[schoolClass.Id]]);
    }

    public IReadOnlyList<DemoGroup> Groups => _groups;

    public DemoGroup GroupOf(DemoDraft draft)
    {
        if (draft.Kind == DemoGroupKind.WholeClass)
            return _groups[draft.FirstClass.Id.Value - 1];

        var members = draft.Classes.SelectMany(c => _members[c.Id].Where((m, i) => Belongs(draft, m, i)));

        return Add(draft.Kind, NameOf(draft), draft.Classes, [.. members]);
    }

    private static string NameOf(DemoDraft draft) =>
        draft.Kind switch
        {
            DemoGroupKind.Subgroup => $"{draft.FirstClass.Name}, {draft.Subject.Short.ToLowerInvariant()} {draft.Part}",
            DemoGroupKind.Stream => string.Join(" + ", draft.Classes.Select(c => c.Name)),
            _ => $"{draft.FirstClass.Name}, индивидуальный план",
        };

    private DemoGroup Add(DemoGroupKind kind, string name, IReadOnlyList<DemoClass> classes, IReadOnlyList<DemoMember> members)
    {
        var group = new DemoGroup(new(_groups.Count + 1), kind, name, [.. classes.Select(c => c.Id)], members);
        _groups.Add(group);

        return group;
    }

    private bool Belongs(DemoDraft draft, DemoMember member, int place) =>
        draft.Kind switch
        {
            DemoGroupKind.Subgroup => place % 2 == draft.Part - 1,
            DemoGroupKind.Stream => DemoRandom.For(_seed, DemoDraw.Elective, member.Student.Value).Chance(0.6),
            _ => _students[member.Student].Note == "индивидуальный план",
        };

    private IEnumerable<(ClassId Class, DemoMember Member)> Stays(DemoStudent student)
    {
        if (student.Moved is not { } move)
            return [(student.Class, new(student.Id, _year.Span.From, null))];

        return [(student.Class, new(student.Id, _year.Span.From, move.Since.AddDays(-1))), (move.To, new(student.Id, move.Since, null))];
    }
}
