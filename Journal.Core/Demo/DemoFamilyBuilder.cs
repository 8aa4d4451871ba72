using Journal.Core.People;
using Journal.Core.School;

namespace Journal.Core.Demo;

/// <summary>Fills the classes with children, family by family: brothers and sisters share the surname, the father's name and the guardians.</summary>
internal sealed class DemoFamilyBuilder(int seed, DemoNames names, DemoYear year, int firstPerson)
{
    private const double HasSiblingHere = 0.17;
    private const string ParentSignIn = "Соколовы";

    private readonly List<DemoFamily> _families = [];
    private readonly Dictionary<string, DemoFamily> _known = new(StringComparer.Ordinal);
    private readonly List<DemoStudent> _students = [];
    private readonly List<DemoPerson> _guardians = [];
    private readonly List<DemoGuardianship> _guardianships = [];
    private DemoRandom _random = DemoRandom.For(seed, DemoDraw.Families);
    private int _nextPerson = firstPerson;

    public DemoFamilies Build(IReadOnlyList<DemoClass> classes)
    {
        var known = DemoData.Rows("known-students").ToLookup(r => r[0], StringComparer.Ordinal);
        foreach (var schoolClass in classes)
            Fill(schoolClass, classes, [.. known[schoolClass.Name]]);

        foreach (var family in _families.Where(f => f.Children[0].Student.Note != "без представителя"))
            AddGuardians(family);

        return new(_students, _guardians, _guardianships);
    }

    private void Fill(DemoClass schoolClass, IReadOnlyList<DemoClass> classes, IReadOnlyList<string[]> known)
    {
        var seats = new List<(DemoFamily Family, string? Given, bool Female, string? Note)>();
        foreach (var row in known)
            seats.Add((KnownFamily(row), row[2], row[3] == "ж", row[5].Length == 0 ? null : row[5]));

        var taken = seats.Select(s => s.Family.Surname.Male).ToHashSet(StringComparer.Ordinal);
        while (seats.Count < schoolClass.Seats)
        {
            var family = Family(schoolClass.Grade, taken);
            if (taken.Add(family.Surname.Male))
                seats.Add((family, null, _random.Chance(0.5), null));
        }

        var born = new List<DemoStudent>();
        foreach (var seat in seats)
            born.Add(Child(schoolClass, classes, seat.Family, seat.Given, seat.Female, seat.Note));

        _students.AddRange(born.OrderBy(s => s.Card.FullName, StringComparer.Ordinal));
    }

    private DemoFamily KnownFamily(string[] row)
    {
        if (row[4].Length > 0 && _known.TryGetValue(row[4], out var family))
            return family;

        family = NewFamily(DemoSurname.From(row[1], row[3] == "ж"));
        _known[row[4].Length > 0 ? row[4] : $"{row[0]} {row[1]} {row[2]} {_known.Count}"] = family;

        return family;
    }

    private DemoFamily Family(int grade, HashSet<string> taken)
    {
        if (_random.Chance(HasSiblingHere) && _families.Count > 0)
        {
            var candidate = _random.Of(_families);
            if (!_known.ContainsValue(candidate) && candidate.MayHaveOneMoreIn(grade) && !taken.Contains(candidate.Surname.Male))
                return candidate;
        }

        return NewFamily(names.Surname(ref _random));
    }

    private DemoFamily NewFamily(DemoSurname surname) => new(surname, names.Given(ref _random, female: false, DemoGeneration.Parent));

    private DemoStudent Child(DemoClass own, IReadOnlyList<DemoClass> classes, DemoFamily family, string? given, bool female, string? note)
    {
        given ??= names.Given(ref _random, female, DemoGeneration.Child);
        var patronymic = names.Patronymic(family.Father, female);
        var card = new PersonCard(family.Surname.For(female), given, patronymic, !female, Born(own.Grade, family, note));
        var ability = Math.Clamp(3.95 + (0.6 * _random.Bell()), 2.3, 5);
        var moved = note == "перевод" ? new DemoMove(classes.First(c => c.Name == "7Б").Id, TransferDay()) : null;
        var student = new DemoStudent(new(_nextPerson++), card, own.Id, ability, moved, note);

        if (family.Children.Count == 0)
            _families.Add(family);
        family.Children.Add((student, own.Grade));

        return student;
    }

    /// <summary>Seven before the first autumn, and so on; twins on one day.</summary>
    private DateOnly Born(int grade, DemoFamily family, string? note)
    {
        if (note == "близнецы" && family.Children.Count > 0)
            return family.Children[0].Student.Card.Born!.Value;

        return new DateOnly(year.Starts.Year - 7 - grade, 10, 1).AddDays(_random.Below(365));
    }

    /// <summary>The second Monday of October.</summary>
    private DateOnly TransferDay()
    {
        var week = new DateOnly(year.Starts.Year, 10, 14);

        return SchoolCalendar.MondayOf(week);
    }

    private void AddGuardians(DemoFamily family)
    {
        var pinned = _known.TryGetValue(ParentSignIn, out var known) && ReferenceEquals(known, family);
        var mother = pinned || _random.Chance(0.93);
        var father = pinned || !mother || _random.Chance(0.7);
        if (mother)
        {
            var grandmother = !pinned && _random.Chance(0.03);
            var own = !pinned && _random.Chance(0.15) ? names.Surname(ref _random) : family.Surname;
            var name = names.Adult(ref _random, female: true, grandmother ? DemoGeneration.Elder : DemoGeneration.Parent, own);
            AddGuardian(family, pinned ? ("Соколова", "Елена", "Игоревна") : name, female: true);
        }

        if (father)
        {
            var name = names.Adult(ref _random, female: false, DemoGeneration.Parent, family.Surname);
            AddGuardian(family, (name.Family, family.Father, name.Patronymic), female: false);
        }
    }

    private void AddGuardian(DemoFamily family, (string Family, string Given, string Patronymic) name, bool female)
    {
        var person = new DemoPerson(new(_nextPerson++), new(name.Family, name.Given, name.Patronymic, Male: !female));
        _guardians.Add(person);
        foreach (var (student, _) in family.Children)
            _guardianships.Add(new(person.Id, student.Id));
    }
}
