using Journal.Core.Basics;

namespace Journal.Core.People;

/// <summary>R1. Class teachers, teachers' loads and guardians are dated ties to a class, a course or a child, not roles.</summary>
public enum Role
{
    Director = 1,
    Deputy,
    Administrator,
    Technician,
    Registrar,
    Teacher,
    Student,
    Guardian,
}

/// <summary>Gives a person a role from a day on.</summary>
public sealed record GrantRole(PersonId Who, Role Role, DateOnly From) : Command;

public sealed record RoleGranted(PersonId Who, Role Role, DateOnly From) : JournalEvent
{
    protected override Concern Concerned => new(Person: Who);
}

/// <summary>Takes a role away: the day given is the first one without it.</summary>
public sealed record RevokeRole(PersonId Who, Role Role, DateOnly Until) : Command;

public sealed record RoleRevoked(PersonId Who, Role Role, DateOnly From, DateOnly Until) : JournalEvent
{
    protected override Concern Concerned => new(Person: Who);
}

public sealed record UnknownPerson(PersonId Who) : Refusal;

public sealed record RoleNotHeld(PersonId Who, Role Role) : Refusal;
