using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.People;

namespace Journal.Core.Demo;

/// <summary>An invented person.</summary>
public sealed record DemoPerson(PersonId Id, PersonCard Card);

/// <param name="Area">What a teacher teaches; null for the office.</param>
public sealed record DemoStaff(PersonId Id, PersonCard Card, Role Role, string? Area = null);

public sealed record DemoGuardianship(PersonId Guardian, StudentId Student);

/// <param name="Moved">The class a student changed to during the year, and since when.</param>
/// <param name="Ability">What this student's marks gather around, 2…5.</param>
public sealed record DemoStudent(StudentId Id, PersonCard Card, ClassId Class, double Ability, DemoMove? Moved = null, string? Note = null)
{
    public ClassId ClassOn(DateOnly day) => Moved is { } move && day >= move.Since ? move.To : Class;
}

public sealed record DemoMove(ClassId To, DateOnly Since);

/// <summary>A login of the demo school and whom it belongs to; the password of all of them is the same.</summary>
public sealed record DemoLogin(string Login, PersonId Person)
{
    /// <summary>The login of somebody who is not of the cast.</summary>
    public static string Of(PersonId person) => string.Create(CultureInfo.InvariantCulture, $"p{person.Value:D4}");
}

internal static class DemoLogins
{
    public static IReadOnlyList<DemoLogin> Of(
        IReadOnlyList<DemoStaff> staff,
        IReadOnlyList<DemoStudent> students,
        IReadOnlyList<DemoPerson> guardians
    ) =>
        [
            new("director", staff.First(s => s.Role == Role.Director).Id),
            new("deputy", staff.First(s => s.Role == Role.Deputy).Id),
            new("admin", staff.First(s => s.Role == Role.Administrator).Id),
            new("registrar", staff.First(s => s.Role == Role.Registrar).Id),
            new("technician", staff.First(s => s.Role == Role.Technician).Id),
            new("teacher", staff.First(s => s.Card is { Family: "Кузнецова", Given: "Ирина", Patronymic: "Павловна" }).Id),
            new("class-teacher", staff.First(s => s.Card is { Family: "Белова", Given: "Марина", Patronymic: "Сергеевна" }).Id),
            new("parent", guardians.First(g => g.Card is { Family: "Соколова", Given: "Елена", Patronymic: "Игоревна" }).Id),
            new("student", students.First(s => s.Card is { Family: "Соколова", Given: "Варвара" }).Id.Person),
        ];
}
