using Journal.Core.Basics;
using Journal.Web.Accounts;
using Journal.Web.Hosting;

namespace Journal.Tests.Accounts;

public sealed class MixedSchoolsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal-mixed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_real_school_does_not_start_among_people_whose_passwords_everybody_knows()
    {
        await using (var demo = await AccountsHouse.Build(_folder, demo: true))
            await demo.Get<DemoAccounts>().Make([("teacher", new PersonId(6))], default);

        await Assert.ThrowsAsync<CannotStart>(() => AccountsHouse.Build(_folder));
    }

    [Fact]
    public async Task The_demonstration_does_not_start_in_a_real_school()
    {
        await using (var real = await AccountsHouse.Build(_folder))
            await real.Open("admin");

        await Assert.ThrowsAsync<CannotStart>(() => AccountsHouse.Build(_folder, demo: true));
    }
}
