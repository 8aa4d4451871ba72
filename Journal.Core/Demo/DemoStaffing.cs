using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.People;

namespace Journal.Core.Demo;

/// <summary>Gives every course a teacher: those known by name first, then the least loaded of the area, as many as the hours need.</summary>
internal sealed class DemoStaffing
{
    private const int FullLoad = 19 * 2;
    private const int PrimaryLoad = 18 * 2;

    private readonly DemoNames _names;
    private readonly List<DemoStaff> _staff = [];
    private readonly Dictionary<PersonId, int> _load = [];
    private readonly Dictionary<PersonId, string[]> _teaches = [];
    private readonly Dictionary<DemoDraft, List<PersonId>> _teachers = [];
    private readonly Dictionary<string, PersonId> _classTeachers = new(StringComparer.Ordinal);
    private DemoRandom _random;

    public DemoStaffing(int seed, DemoNames names, IReadOnlyList<DemoDraft> drafts, IReadOnlyList<DemoClass> classes)
    {
        _names = names;
        _random = DemoRandom.For(seed, DemoDraw.Staff);
        foreach (var row in DemoData.Rows("known-staff"))
            AddKnown(row);

        foreach (var area in drafts.Where(d => d.Area != "классный").GroupBy(d => d.Area, StringComparer.Ordinal))
            Staff(area.Key, [.. area]);

        foreach (var schoolClass in classes.Where(c => !_classTeachers.ContainsKey(c.Name)))
            _classTeachers[schoolClass.Name] = ClassTeacherFor(schoolClass);

        foreach (var draft in drafts.Where(d => d.Area == "классный"))
            _teachers[draft] = [_classTeachers[draft.FirstClass.Name]];
    }

    public IReadOnlyList<DemoStaff> All => _staff;

    public IReadOnlyList<PersonId> TeachersOf(DemoDraft draft) => _teachers[draft];

    public PersonId ClassTeacherOf(DemoClass schoolClass) => _classTeachers[schoolClass.Name];

    private void AddKnown(string[] row)
    {
        var role = row[0] switch
        {
            "директор" => Role.Director,
            "завуч" => Role.Deputy,
            "администратор" => Role.Administrator,
            "кадры" => Role.Registrar,
            _ => Role.Teacher,
        };
        var id = Add(
            (row[2], row[3], row[4]),
            female: row[4].EndsWith("на", StringComparison.Ordinal),
            role,
            row[1].Length == 0 ? null : row[1]
        );
        _teaches[id] = row[5].Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (row[6].Length > 0)
            _classTeachers[row[6]] = id;
    }

    private PersonId Add((string Family, string Given, string Patronymic) name, bool female, Role role, string? area)
    {
        var id = new PersonId(_staff.Count + 1);
        _staff.Add(new(id, new(name.Family, name.Given, name.Patronymic, Male: !female), role, area));
        _load[id] = 0;
        _teaches[id] = [];

        return id;
    }

    private void Staff(string area, IReadOnlyList<DemoDraft> drafts)
    {
        var pool = _staff.Where(s => s.Area == area).Select(s => s.Id).ToList();
        var hours = drafts.Sum(d => d.HalfHours);
        var full = area == "начальные" ? PrimaryLoad : FullLoad;
        while (pool.Count * full < hours || pool.Count < 1 + drafts.Max(d => d.Part == 2 || d.TwoTeachers ? 1 : 0))
            pool.Add(AddNew(area));

        // One teacher keeps all subjects of the area in a class: algebra and geometry go together.
        var bundles = drafts.GroupBy(d => (d.FirstClass.Name, d.Part)).Select(b => b.ToList()).ToList();
        foreach (
            var bundle in bundles.OrderByDescending(b => KnownFor(pool, b[0]) is not null).ThenByDescending(b => b.Sum(d => d.HalfHours))
        )
            Assign(bundle, pool);

        foreach (var draft in drafts.Where(d => d.TwoTeachers))
            Give(draft, pool.Where(p => !_teachers[draft].Contains(p)).MinBy(p => _load[p]));
    }

    private PersonId AddNew(string area)
    {
        var female = _random.Chance(0.85);
        var generation = _random.Chance(0.5) ? DemoGeneration.Parent : DemoGeneration.Elder;

        return Add(_names.Adult(ref _random, female, generation), female, Role.Teacher, area);
    }

    private PersonId? KnownFor(List<PersonId> pool, DemoDraft draft)
    {
        if (draft.Part == 2 || draft.Kind is GroupKind.Individual)
            return null;

        var known = pool.FindIndex(p => _teaches[p].Contains(draft.FirstClass.Name, StringComparer.Ordinal));

        return known < 0 ? null : pool[known];
    }

    private void Assign(List<DemoDraft> bundle, List<PersonId> pool)
    {
        var first = bundle[0];
        var besides = _teachers.Where(t =>
            t.Key.Area == first.Area && t.Key.Part + first.Part == 3 && t.Key.FirstClass.Name == first.FirstClass.Name
        );
        var taken = besides.SelectMany(t => t.Value).ToHashSet();
        var teacher = KnownFor(pool, first) ?? pool.Where(p => !taken.Contains(p)).MinBy(p => _load[p]);
        foreach (var draft in bundle)
            Give(draft, teacher);
    }

    private void Give(DemoDraft draft, PersonId teacher)
    {
        if (!_teachers.TryGetValue(draft, out var teachers))
            _teachers[draft] = teachers = [];

        teachers.Add(teacher);
        _load[teacher] += draft.HalfHours;
    }

    /// <summary>Whoever meets the class most often and has no class yet.</summary>
    private PersonId ClassTeacherFor(DemoClass schoolClass)
    {
        var meets = _teachers
            .Where(t => t.Key.Classes.Contains(schoolClass))
            .SelectMany(t => t.Value.Select(p => (Teacher: p, t.Key.HalfHours)));
        var free = meets
            .GroupBy(m => m.Teacher)
            .Where(m => !_classTeachers.ContainsValue(m.Key))
            .OrderByDescending(m => m.Sum(x => x.HalfHours));

        return free.First().Key;
    }
}
