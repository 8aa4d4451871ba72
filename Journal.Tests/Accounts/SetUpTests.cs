using System.Net;
using Journal.Web.Accounts;

namespace Journal.Tests.Accounts;

public sealed class SetUpTests
{
    private static readonly IPAddress From = IPAddress.Loopback;
    private static readonly FirstAdministrator Administrator = new("Иванова", "Анна", null, "admin", "a long first password");

    [Fact]
    public async Task The_code_makes_the_first_administrator_once_and_set_up_is_closed_for_ever()
    {
        await using var house = await AccountsHouse.Build();
        var code = house.Get<SetUpCode>().Issue();

        Assert.Equal(new SetUpResult.Done(), await Try(house, code));

        Assert.Equal(new SetUpResult.Closed(), await Try(house, code));
        Assert.False(house.Get<SetUp>().IsOpen);
        Assert.NotNull(await house.Account("admin"));
    }

    [Fact]
    public async Task Of_three_people_with_the_code_one_becomes_the_administrator()
    {
        await using var house = await AccountsHouse.Build();
        var code = house.Get<SetUpCode>().Issue();

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Try(house, code, Administrator with { Login = $"admin{i}" })));

        Assert.Single(results, r => r is SetUpResult.Done);
    }

    [Fact]
    public async Task A_wrong_code_makes_nobody_and_guessing_is_slowed_down()
    {
        await using var house = await AccountsHouse.Build();
        house.Get<SetUpCode>().Issue();

        for (var i = 0; i < SignInThrottle.FreeFailures; i++)
            Assert.Equal(new SetUpResult.WrongCode(), await Try(house, "AAAA-AAAA-AAAA-AAAA"));

        Assert.IsType<SetUpResult.TooSoon>(await Try(house, "AAAA-AAAA-AAAA-AAAA"));
        Assert.True(await house.Book.IsEmpty(default));
    }

    [Fact]
    public void A_password_longer_than_sign_in_reads_is_refused() =>
        Assert.Equal(AccountTrouble.PasswordTooLong, AccountBook.Check("admin", new string('a', AccountBook.LongestPassword + 1)));

    [Theory]
    [InlineData("admin", "short", AccountTrouble.PasswordTooShort)]
    [InlineData("admin", "admin-admin-admin", AccountTrouble.PasswordIsLogin)]
    [InlineData("a b", "a long first password", AccountTrouble.LoginUnfit)]
    public async Task A_login_or_password_that_does_not_do_leaves_the_code_good(string login, string password, AccountTrouble trouble)
    {
        await using var house = await AccountsHouse.Build();
        var code = house.Get<SetUpCode>().Issue();

        var result = await Try(house, code, Administrator with { Login = login, Password = password });

        Assert.Equal(new SetUpResult.Troubled(trouble), result);
        Assert.Equal(new SetUpResult.Done(), await Try(house, code));
    }

    [Fact]
    public async Task The_code_may_be_typed_in_small_letters_and_without_hyphens()
    {
        await using var house = await AccountsHouse.Build();
        var code = house.Get<SetUpCode>().Issue();

        Assert.Equal(19, code.Length);
        Assert.True(house.Get<SetUpCode>().Fits($" {code.Replace("-", "").ToLowerInvariant()} "));
        Assert.False(house.Get<SetUpCode>().Fits(""));
    }

    [Fact]
    public async Task A_school_that_has_accounts_starts_without_a_code()
    {
        var path = Directory.CreateTempSubdirectory("journal-setup-").FullName;
        await using (var house = await AccountsHouse.Build(path))
            await house.Open("admin");

        await using var again = await AccountsHouse.Build(path);

        Assert.False(again.Get<SetUp>().IsOpen);
    }

    private static Task<SetUpResult> Try(AccountsHouse house, string code, FirstAdministrator? administrator = null) =>
        house.Get<SetUp>().Try(code, administrator ?? Administrator, From, default);
}
