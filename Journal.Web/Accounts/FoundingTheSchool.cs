using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.People;
using Journal.Core.Writing;

namespace Journal.Web.Accounts;

/// <summary>Who sets the school up.</summary>
public sealed record FirstAdministrator(string Family, string Given, string? Patronymic, string Login, string Password);

/// <summary>The first person of an empty journal, with the administrator's role. If only the account is missing, that person is found again.</summary>
public sealed class FoundingTheSchool(JournalWriter journal, RosterSource rosters, SchoolClock clock)
{
    private static readonly Actor Nobody = new(new PersonId(0));

    public async Task<PersonId> Enter(FirstAdministrator administrator, CancellationToken ct)
    {
        var card = new PersonCard(administrator.Family, administrator.Given, administrator.Patronymic);
        await journal.Submit(new FoundSchool(card, clock.Today), Nobody, ct);

        return rosters.Current.Roles.First(held => held.Any(role => role.Role == Role.Administrator)).Key;
    }
}
