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
        if (Held(operation, command.Who, command.Role).Any(row => row.Until == null && row.From <= command.From))
            return Decision.Already(0);

        return new RoleGranted(command.Who, command.Role, command.From);
    }

    public Decision Decide(RevokeRole command, Operation operation)
    {
        // All of them, those with a later end too: from the day named on nothing is left.
        var held = Held(operation, command.Who, command.Role).Where(row => row.Until == null || row.Until > command.Until);
        var revoked = held.AsEnumerable().Select(row => new RoleRevoked(command.Who, command.Role, row.From, command.Until)).ToArray();
        return revoked.Length == 0 ? new RoleNotHeld(command.Who, command.Role) : Decision.Facts(revoked);
    }

    public Decision Decide(LinkGuardian command, Operation operation)
    {
        if (!Exists(operation, command.Guardian.Value))
            return new UnknownPerson(command.Guardian);
        if (!Exists(operation, command.Student.Value))
            return new UnknownPerson(command.Student.Person);
        if (Linked(operation, command.Guardian, command.Student).Any(row => row.Until == null && row.From <= command.From))
            return Decision.Already(0);

        return new GuardianLinked(command.Guardian, command.Student, command.From);
    }

    public Decision Decide(UnlinkGuardian command, Operation operation)
    {
        var links = Linked(operation, command.Guardian, command.Student).Where(row => row.Until == null || row.Until > command.Until);
        var unlinked = links
            .AsEnumerable()
            .Select(row => new GuardianUnlinked(command.Guardian, command.Student, row.From, command.Until))
            .ToArray();
        return unlinked.Length == 0 ? new NotAGuardian(command.Guardian, command.Student) : Decision.Facts(unlinked);
    }

    private static bool Exists(Operation operation, int person) => operation.Data.Db.Set<PersonRow>().Any(row => row.Id == person);

    private static IQueryable<RoleRow> Held(Operation operation, PersonId who, Role role) =>
        operation.Data.Db.Set<RoleRow>().Where(row => row.Person == who.Value && row.Role == (int)role);

    private static IQueryable<GuardianRow> Linked(Operation operation, PersonId guardian, StudentId student) =>
        operation.Data.Db.Set<GuardianRow>().Where(row => row.Guardian == guardian.Value && row.Student == student.Value);
}
