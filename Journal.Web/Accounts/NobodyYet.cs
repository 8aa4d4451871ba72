using Journal.Core.Basics;
using Journal.Web.Home;

namespace Journal.Web.Accounts;

/// <summary>Stands in until the journal's own door is there.</summary>
public sealed class NobodyYet : IFirstAdministrator, IHomeReading
{
    public Task<PersonId> Enter(FirstAdministrator administrator, CancellationToken ct) => Task.FromResult(new PersonId(1));

    public Task<HomeOf> Read(PersonId person, CancellationToken ct) => Task.FromResult(new HomeOf("", [], [], [], [], null));
}
