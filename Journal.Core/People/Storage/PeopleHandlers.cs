using Journal.Core.Basics;
using Journal.Core.Writing;

namespace Journal.Core.People.Storage;

/// <summary>People, their roles and the ties of guardians to children.</summary>
internal sealed class PeopleHandlers
    : IHandler<AddPerson>,
        IHandler<GrantRole>,
        IHandler<RevokeRole>,
        IHandler<LinkGuardian>,
        IHandler<UnlinkGuardian>,
        IHandler<FoundSchool>
{
    public Decision Decide(FoundSchool command, Operation operation)
    {
        var administrator = new PersonId(operation.Data.NewId<PersonRow>());
        return Decision.Facts([
            new PersonAdded(administrator) { Card = command.Administrator },
            new RoleGranted(administrator, Role.Administrator, command.From),
        ]);
    }

    public Decision Decide(AddPerson command, Operation operation) =>
        new PersonAdded(new PersonId(operation.Data.NewId<PersonRow>())) { Card = command.Card };

    public Decision Decide(GrantRole command, Operation operation)
    {
        if (!Exists(operation, command.Who.Value))
            return new UnknownPerson(command.Who);
        if (Held(operation, command.Who, command.Role) is not null)
            return Decision.Already(0);

        return new RoleGranted(command.Who, command.Role, command.From);
    }

    public Decision Decide(RevokeRole command, Operation operation)
    {
        if (Held(operation, command.Who, command.Role) is not { } held)
            return new RoleNotHeld(command.Who, command.Role);

        return new RoleRevoked(command.Who, command.Role, held.From, command.Until);
    }

    public Decision Decide(LinkGuardian command, Operation operation)
    {
        if (!Exists(operation, command.Guardian.Value))
            return new UnknownPerson(command.Guardian);
        if (!Exists(operation, command.Student.Value))
            return new UnknownPerson(command.Student.Person);
        if (Linked(operation, command.Guardian, command.Student) is not null)
            return Decision.Already(0);

        return new GuardianLinked(command.Guardian, command.Student, command.From);
    }

    public Decision Decide(UnlinkGuardian command, Operation operation)
    {
        if (Linked(operation, command.Guardian, command.Student) is not { } link)
            return new NotAGuardian(command.Guardian, command.Student);

        return new GuardianUnlinked(command.Guardian, command.Student, link.From, command.Until);
    }

    private static bool Exists(Operation operation, int person) => operation.Data.Db.Set<PersonRow>().Any(row => row.Id == person);

    private static RoleRow? Held(Operation operation, PersonId who, Role role) =>
        operation.Data.Db.Set<RoleRow>().FirstOrDefault(row => row.Person == who.Value && row.Role == (int)role && row.Until == null);

    private static GuardianRow? Linked(Operation operation, PersonId guardian, StudentId student) =>
        operation
            .Data.Db.Set<GuardianRow>()
            .FirstOrDefault(row => row.Guardian == guardian.Value && row.Student == student.Value && row.Until == null);
}
