using Journal.Core.Basics;

namespace Journal.Core.Demo;

public sealed record DemoPerson(PersonId Id, string Family, string Given, string? Patronymic, bool Female, DateOnly? Born)
{
    public string FullName => Patronymic is null ? $"{Family} {Given}" : $"{Family} {Given} {Patronymic}";
}

public enum DemoDuty
{
    Director,
    Deputy,
    Administrator,
    Registrar,
    Teacher,
}

/// <param name="Area">What a teacher teaches; null for the office.</param>
public sealed record DemoStaff(DemoPerson Person, DemoDuty Duty, string? Area = null)
{
    public PersonId Id => Person.Id;
}

public enum DemoKin
{
    Mother,
    Father,
    Grandmother,
}

public sealed record DemoGuardianship(PersonId Guardian, StudentId Student, DemoKin Kin);

/// <param name="Moved">The class a student changed to during the year, and since when.</param>
/// <param name="Ability">What this student's marks gather around, 2…5.</param>
public sealed record DemoStudent(DemoPerson Person, ClassId Class, double Ability, DemoMove? Moved = null, string? Note = null)
{
    public StudentId Id => new(Person.Id.Value);

    public ClassId ClassOn(DateOnly day) => Moved is { } move && day >= move.Since ? move.To : Class;
}

public sealed record DemoMove(ClassId To, DateOnly Since);

/// <summary>A login of the demo school and whom it belongs to; the password of all of them is the same.</summary>
public sealed record DemoLogin(string Login, PersonId Person);

internal static class DemoLogins
{
    public static IReadOnlyList<DemoLogin> Of(
        IReadOnlyList<DemoStaff> staff,
        IReadOnlyList<DemoStudent> students,
        IReadOnlyList<DemoPerson> guardians
    ) =>
        [
            new("director", staff.First(s => s.Duty == DemoDuty.Director).Id),
            new("deputy", staff.First(s => s.Duty == DemoDuty.Deputy).Id),
            new("admin", staff.First(s => s.Duty == DemoDuty.Administrator).Id),
            new("registrar", staff.First(s => s.Duty == DemoDuty.Registrar).Id),
            new("teacher", staff.First(s => s.Person is { Family: "Кузнецова", Given: "Ирина", Patronymic: "Павловна" }).Id),
            new("class-teacher", staff.First(s => s.Person is { Family: "Белова", Given: "Марина", Patronymic: "Сергеевна" }).Id),
            new("parent", guardians.First(g => g is { Family: "Соколова", Given: "Елена", Patronymic: "Игоревна" }).Id),
            new("student", students.First(s => s.Person is { Family: "Соколова", Given: "Варвара" }).Person.Id),
        ];
}
