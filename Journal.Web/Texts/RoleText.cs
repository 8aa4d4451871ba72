using Journal.Core.People;

namespace Journal.Web.Texts;

public static class RoleText
{
    public static string For(Role role) =>
        role switch
        {
            Role.Director => Words.RoleDirector,
            Role.Deputy => Words.RoleDeputy,
            Role.Administrator => Words.RoleAdministrator,
            Role.Technician => Words.RoleTechnician,
            Role.Registrar => Words.RoleRegistrar,
            Role.Teacher => Words.RoleTeacher,
            Role.Student => Words.RoleStudent,
            Role.Guardian => Words.RoleGuardian,
            _ => throw new InvalidOperationException($"The role {role} has no name."),
        };
}
